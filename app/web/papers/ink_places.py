"""Who signs at which place of a sheet: an agreement's seats, or those whom a record names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.reading import parties_of
from app.cases.model import Case
from app.dossiers.ink_seats import ROWS, seats_on
from app.dossiers.model import IssuedPaper
from app.dossiers.shelf import take
from app.web import door
from app.web.agreements.seats import Row, all_rows
from app.web.papers.hands import agreement_of
from app.words import label

ONE = {SignerRole.RECORDER: "recorder", SignerRole.INTERPRETER: "translator"}


@dataclass(frozen=True)
class Place:
    """A place on the sheet (`party-1`, `mediator-2`, `recorder`), as what and whose it is."""

    name: str
    standing: str
    signer: str
    role: SignerRole | None = None
    party_id: str = ""

    def known(self) -> dict[str, Any]:
        """Give what the form for this place opens with."""
        return {"role": self.role, "party_id": self.party_id, "signer": self.signer}


def places_of(case: Case, paper: IssuedPaper) -> list[Place]:
    """List the places that a hand may sign; the first hand expected for a party has its place."""
    if paper.code in ROWS:
        sheet = take(door.reading(), case.county_id, paper.frozen_sha256).content
        return [Place(one.place, one.standing, one.signer) for one in seats_on(paper.code, sheet)]
    agreement = agreement_of(case, paper)
    if agreement is None:
        return []
    rows = [row for row in all_rows(case, agreement) if row["method"] is not SignatureMethod.STAMP]
    named = {place.name: place for place in reversed(list(_named(case, rows)))}
    return list(reversed(named.values()))


def _named(case: Case, rows: list[Row]) -> Iterator[Place]:
    parties = {party.id: number for number, party in enumerate(parties_of(door.reading(), case), 1)}
    mediators = 0
    for row in rows:
        role = row["role"]
        if row["party_id"]:
            name = f"party-{parties[row['party_id']]}"
        elif role is SignerRole.MEDIATOR:
            mediators += 1
            name = f"mediator-{mediators}"
        else:
            name = ONE[role]
        yield Place(name, label(role), row["signer"], role, str(row["party_id"] or ""))
