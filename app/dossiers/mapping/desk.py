"""What every mapping works with: the case, its people, the day; and the blocks that papers share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.circumstances import age_on
from app.agreements.reading import mediators_of, parties_of
from app.cases.acceptance import acceptance_of
from app.cases.enums import Gender, PartyKind, RepresentativeKind, Side
from app.cases.model import Case
from app.cases.parties import Party, Representative
from app.cases.records import Acceptance
from app.cases.sealed import masked_phone
from app.kernel.db import ring_of
from app.people.bodies import Committee
from app.people.users import User
from app.places.reading import place_name
from app.words import label
from documents.papers import PartyBlock

FULL_STOPS = "。；;，,"
ELECTED = RepresentativeKind.ELECTED
STANDING_IN = tuple(kind for kind in RepresentativeKind if kind != ELECTED)


def clause(told: str) -> str:
    """Take the end off what was told, where the paper's own sentence goes on."""
    return told.strip().rstrip(FULL_STOPS)


@dataclass(frozen=True)
class Desk:
    """A case laid out for printing one paper about one subject on one day.

    `words` are the few that only this paper needs (asked.yaml): told, or filled in from the case.
    """

    session: Session
    case: Case
    subject_id: UUID
    on: date
    actor_id: UUID
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def committee(self) -> Committee | None:
        """Find the committee whose paper it is."""
        if self.case.committee_id is None:
            return None
        return self.session.get(Committee, (self.case.county_id, self.case.committee_id))

    @property
    def committee_name(self) -> str:
        """Name the committee; before routing, the county's center."""
        if self.committee:
            return self.committee.name
        county = self.case.county_id
        return f"{place_name(self.session, county, county)}矛盾纠纷调解中心"

    @property
    def number(self) -> str:
        """Give the 卷号; before acceptance, the number of registration."""
        return self.case.file_number or self.case.number

    @property
    def matter(self) -> str:
        """Name the dispute without its parties, for sentences that name them: 草场纠纷."""
        named = "与".join(_first(side) for side in self._sides() if side)
        return self.case.title.removeprefix(named) or self.case.title

    def _sides(self) -> list[list[str]]:
        sides = (Side.APPLICANT, Side.RESPONDENT)
        return [[one.name for one in self.parties if one.side == side] for side in sides]

    @property
    def court(self) -> str:
        """Name the county's own court."""
        county = self.case.county_id
        return f"{place_name(self.session, county, county)}人民法院"

    @property
    def contact(self) -> str:
        """Say where the committee is found."""
        body = self.committee
        parts = [body.address, body.phone] if body else []
        return "，".join(part for part in parts if part)

    @cached_property
    def parties(self) -> Sequence[Party]:
        """List the parties."""
        return parties_of(self.session, self.case)

    @property
    def names(self) -> tuple[str, ...]:
        """Name the parties."""
        return tuple(party.name for party in self.parties)

    @property
    def blocks(self) -> tuple[PartyBlock, ...]:
        """Write the parties as the forms ask for them."""
        return tuple(self.block(party) for party in self.parties)

    @property
    def mediators(self) -> tuple[str, ...]:
        """Name the mediators, the chair first."""
        return tuple(mediators_of(self.session, self.case))

    @property
    def acceptance(self) -> Acceptance | None:
        """Find the record of 受理 or 不予受理."""
        return acceptance_of(self.session, self.case)

    def lines(self, name: str) -> tuple[str, ...]:
        """Read a word that was told one thing a line."""
        return tuple(one for line in self.words.get(name, "").splitlines() if (one := line.strip()))

    def names_in(self, name: str) -> tuple[str, ...]:
        """Read a word that names several people, with 、 between them."""
        return tuple(one for said in self.words.get(name, "").split("、") if (one := said.strip()))

    def day(self, name: str) -> date | None:
        """Read a word that is a day."""
        said = self.words.get(name)
        return date.fromisoformat(said) if said else None

    def block(self, party: Party) -> PartyBlock:
        """Write one party; the age on the day of the paper, no identity number (PAPERS ③)."""
        kind = PartyKind(party.kind)
        return PartyBlock(
            name=party.name,
            side=Side(party.side).value,
            kind=kind.value,
            gender=label(Gender(party.gender)) if party.gender else "",
            ethnicity=party.ethnicity or "",
            age=age_on(self.on, party.born_on, party.age),
            occupation=party.occupation or "",
            contact=masked_phone(party, ring_of(self.session)),
            address=party.address or place_name(self.session, party.county_id, party.area_code),
            credit_code=party.credit_code or "",
            legal_representative=party.legal_representative or self._names_of(party, ELECTED),
            representative=self._names_of(party, *STANDING_IN),
        )

    def user(self, user_id: UUID) -> str:
        """Name a user."""
        found = self.session.get(User, (self.case.county_id, user_id))
        return found.name if found else ""

    def _names_of(self, party: Party, *kinds: RepresentativeKind) -> str:
        found = select(Representative.name).where(
            Representative.county_id == party.county_id,
            Representative.party_id == party.id,
            Representative.kind.in_(kinds),
        )
        return "、".join(self.session.scalars(found.order_by(Representative.id)))


def _first(names: list[str]) -> str:
    return f"{names[0]}等" if len(names) > 1 else names[0]
