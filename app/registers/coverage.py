"""What a table of the registers covers: which days, counted how, of which place or committee."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement

from app.cases.model import Case


class Basis(StrEnum):
    """统计口径: by the day of acceptance, or only what was closed in the period."""

    ACCEPTED = "accepted"
    CLOSED = "closed"


BASES = {
    Basis.ACCEPTED: "受理口径（期间内受理的案件）",
    Basis.CLOSED: "办结口径（期间内办结的案件）",
}


@dataclass(frozen=True)
class Coverage:
    """The days (both included) and the basis; township, village and committee narrow it where given."""

    start: date
    end: date
    basis: Basis = Basis.ACCEPTED
    township: str = ""
    committee_id: UUID | None = None
    village: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        """Say which cases belong; whose county and whose figures they are is said beside it."""
        day = Case.accepted_on if self.basis is Basis.ACCEPTED else Case.closed_on
        found = [Case.accepted_on.is_not(None), day >= self.start, day <= self.end]
        if self.township:
            found.append(Case.township_code == self.township)
        if self.village:
            found.append(Case.village_code == self.village)
        if self.committee_id is not None:
            found.append(Case.committee_id == self.committee_id)
        return found
