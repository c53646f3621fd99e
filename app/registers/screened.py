"""排查 of closed months as they were reported, a village a line, and what was corrected since."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.registers.coverage import Coverage
from app.registers.model import ReportedScreening
from app.registers.months import last_day, whole_months
from app.screenings.reading import Period, Screened, screened_by_village
from app.screenings.sight import counted_home, counted_in, counted_screenings

WATCHED = {"rounds": "排查次数", "found": "排查到的件数", "prevented": "预防件数"}
NOTHING = Screened(0, 0, 0)
Was: TypeAlias = tuple[int | None, None]


@dataclass(frozen=True)
class ScreeningCorrection:
    """One figure of one village that is not as it was reported."""

    month: date
    village_code: str
    what: str
    was: int
    now: int


def kept_screenings(session: Session, county_id: str, month: date) -> list[ReportedScreening]:
    """Give the lines of a month, to be kept."""
    period = Period(month, last_day(month))
    found = screened_by_village(session, counted_in(county_id), period)
    return [
        ReportedScreening(
            county_id=county_id,
            month=month,
            village_code=village,
            **{name: getattr(one, name) for name in WATCHED},
        )
        for village, one in found.items()
    ]


def screened_differences(
    session: Session, actor: Actor, coverage: Coverage, now: Screened
) -> dict[str, Was]:
    """Give the figures as reported where they are not so today, by key; closed months only."""
    rows = _reported(session, actor, whole_months(coverage))
    place = coverage.village or coverage.township
    mine = [row for row in rows if row.village_code.startswith(place)]
    was = {name: sum(getattr(row, name) for row in mine) for name in WATCHED}
    unlike = {name: number for name, number in was.items() if number != getattr(now, name)}
    return {f"screened.{name}": (number, None) for name, number in unlike.items()}


def screening_corrections(
    session: Session, actor: Actor, closed: Collection[date]
) -> list[ScreeningCorrection]:
    """Compare the closed months' lines with what the screenings say today."""
    reported = _reported(session, actor, closed)
    return [
        one
        for month in sorted(closed)
        for one in _corrected(
            month,
            {row.village_code: _screened(row) for row in reported if row.month == month},
            screened_by_village(session, counted_screenings(actor), Period(month, last_day(month))),
        )
    ]


def _corrected(
    month: date, was: Mapping[str, Screened], now: Mapping[str, Screened]
) -> Iterator[ScreeningCorrection]:
    for village in sorted({*was, *now}):
        before, after = was.get(village, NOTHING), now.get(village, NOTHING)
        for name, what in WATCHED.items():
            numbers = getattr(before, name), getattr(after, name)
            if numbers[0] != numbers[1]:
                yield ScreeningCorrection(month, village, what, *numbers)


def _screened(row: ReportedScreening) -> Screened:
    return Screened(row.rounds, row.found, row.prevented)


def _reported(session: Session, actor: Actor, months: Collection[date]) -> list[ReportedScreening]:
    home = counted_home(actor)
    wanted = select(ReportedScreening).where(
        ReportedScreening.county_id == actor.county_id,
        ReportedScreening.month.in_(list(months)),
        ReportedScreening.village_code.startswith(home, autoescape=True),
    )
    return list(session.scalars(wanted))
