"""Which committee stands behind a desk; where there is none, the next one that there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.enums import DeskCommittee, DeskLevel
from app.people.bodies import Committee, CommitteeLevel


class Placed(Protocol):
    """A case, or what may become one: whose it is and where."""

    @property
    def county_id(self) -> str:
        """Name the county."""

    @property
    def township_code(self) -> str | None:
        """Name the township, if it is in one."""

    @property
    def village_code(self) -> str | None:
        """Name the village, if it is in one."""


@dataclass(frozen=True)
class Desk:
    """Who should take a case."""

    level: DeskLevel
    committee: DeskCommittee
    industry: str | None = None


@dataclass(frozen=True)
class Seat:
    """The committee that was found; `is_exact` is False where it stands in for one not set up."""

    committee: Committee | None
    is_exact: bool


def desk_of(answer: Mapping[str, Any]) -> Desk | None:
    """Read the desk out of a decision (decision.schema.json)."""
    told = answer["desk"]
    if told is None:
        return None
    return Desk(DeskLevel(told["level"]), DeskCommittee(told["committee"]), told["industry"])


def seat_of(session: Session, case: Placed, desk: Desk) -> Seat:
    """Find the committee: of the village, the township or the industry, else the county center."""
    for step, (level, area, industry) in enumerate(_ladder(case, desk)):
        found = _find(session, case.county_id, level, area, industry)
        if found is not None:
            return Seat(found, is_exact=step == 0)
    return Seat(None, is_exact=False)


def _ladder(case: Placed, desk: Desk) -> Iterator[tuple[CommitteeLevel, str | None, str | None]]:
    if desk.committee is DeskCommittee.INDUSTRY:
        yield CommitteeLevel.INDUSTRY, None, desk.industry
    if desk.level is DeskLevel.VILLAGE:
        yield CommitteeLevel.VILLAGE, case.village_code or "", None
    if desk.level is not DeskLevel.COUNTY:
        yield CommitteeLevel.TOWNSHIP, case.township_code or "", None
    yield CommitteeLevel.COUNTY_CENTER, None, None


def _find(
    session: Session, county_id: str, level: CommitteeLevel, area: str | None, industry: str | None
) -> Committee | None:
    query = select(Committee).where(
        Committee.county_id == county_id,
        Committee.level == level,
        Committee.dissolved_on.is_(None),
    )
    if area is not None:
        query = query.where(Committee.area_code == area)
    if industry is not None:
        query = query.where(Committee.industry == industry)
    return session.scalar(query.order_by(Committee.established_on, Committee.id).limit(1))
