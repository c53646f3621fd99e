"""`rules replay`: a draft of rules over the facts of all decisions that were made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.door import tell
from app.cli.loads_told import lines_of
from app.deadlines.holidays import calendar_of
from app.kernel.db import Database
from app.places.model import County
from app.rehearsals.hands import Hands
from app.rehearsals.snapshots import Past, how_many, next_pasts
from app.rehearsals.tally import Tally
from app.rulebooks.versions import books_in_force
from rules import Books, FactError, load
from rules.loader import shipped
from rules.replay import Changed, Rehearsal

BATCH = 1000


class Played:
    """What a draft would change in every county, and what could not be asked about."""

    def __init__(self, draft: Books, since: date | None, today: date) -> None:
        self._draft, self._since, self._today = draft, since, today
        self.unchanged = 0
        self.changed: list[Changed] = []
        self.faults: list[str] = []

    def to_dict(self) -> dict[str, Any]:
        """Say it as the contract does."""
        changed = [each.to_dict() for each in self.changed]
        return {"unchanged": self.unchanged, "changed": changed}

    def play(self, session: Session, county_id: str) -> None:
        """Ask about one county's decisions, and say on the way how far it has come."""
        published = books_in_force(session, county_id, self._today) or shipped()
        asked = Rehearsal(published, self._draft, calendar_of(session, county_id).due_on)
        hands = Hands(session, county_id, self._today, {})
        tally = Tally(hands)
        done, total = 0, how_many(session, county_id, self._since)
        for pasts in _batches(session, county_id, self._since):
            hands.look_up(pasts)
            for past in pasts:
                self._ask(asked, past, tally)
            done += len(pasts)
            tell(f"已看 {done} 件，共 {total} 件。")
        for line in lines_of(session, county_id, tally):
            tell(line)

    def _ask(self, asked: Rehearsal, past: Past, tally: Tally) -> None:
        try:
            beside = asked.ask(past.snapshot)
        except FactError as error:
            self.faults.append(f"{past.snapshot.case}：{error}")
            return
        self.unchanged += not beside.changed
        self.changed += beside.changed
        tally.count(past, beside)


def replay_draft(database: Database, draft: Path, since: date | None, today: date) -> Played:
    """Compare a draft with the published rules; raise RuleError when it cannot be read."""
    played = Played(load(draft), since, today)
    with database.read() as session:
        for county_id in session.scalars(select(County.county_id).order_by(County.county_id)):
            played.play(session, county_id)
    return played


def _batches(session: Session, county_id: str, since: date | None) -> Iterator[list[Past]]:
    pasts = next_pasts(session, county_id, None, BATCH, since)
    while pasts:
        yield pasts
        pasts = next_pasts(session, county_id, pasts[-1].decision_id, BATCH, since)
