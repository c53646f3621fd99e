"""Which committee stands behind a desk; where there is none, the next one that there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.enums import DeskCommittee, DeskLevel
from app.cases.model import Case
from app.people.bodies import Committee, CommitteeLevel


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


def seat_of(session: Session, case: Case, desk: Desk) -> Seat:
    """Find the committee: of the village, the township or the industry, else the county center."""
    for step, (level, area, industry) in enumerate(_ladder(case, desk)):
        found = _find(session, case.county_id, level, area, industry)
        if found is not None:
            return Seat(found, is_exact=step == 0)
    return Seat(None, is_exact=False)


def _ladder(case: Case, desk: Desk) -> Iterator[tuple[CommitteeLevel, str | None, str | None]]:
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
