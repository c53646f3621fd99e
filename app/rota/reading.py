"""Look at a committee's week: each day with who sits, who goes where, and what is open."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.deadlines.holidays import calendar_of
from app.people.bodies import Mediator
from app.places.model import Area
from app.rota.enums import DutyKind
from app.rota.model import Duty

WEEK = 7


@dataclass(frozen=True)
class Shift:
    """One duty with the words that a page shows."""

    duty: Duty
    name: str
    village: str | None


@dataclass
class Day:
    """One day of a week; `is_working` by the county's calendar."""

    on: date
    is_working: bool
    shifts: list[Shift] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Say whether nobody sits at the desk on a working day."""
        sits = (DutyKind.OFFICE_HOURS, None)
        return self.is_working and not any(
            (one.duty.kind, one.duty.absent_because) == sits for one in self.shifts
        )


def monday_of(day: date) -> date:
    """Find the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_of(session: Session, county_id: str, committee_id: UUID, monday: date) -> list[Day]:
    """List the seven days of a week with their duties."""
    calendar = calendar_of(session, county_id)
    days = [monday + timedelta(days=n) for n in range(WEEK)]
    found = {day: Day(day, calendar.is_working(day)) for day in days}
    for shift in shifts_of(session, county_id, committee_id, days[0], days[-1]):
        found[shift.duty.on].shifts.append(shift)
    return list(found.values())


def shifts_of(
    session: Session, county_id: str, committee_id: UUID, first: date, last: date
) -> list[Shift]:
    """List a committee's duties of a span, in order."""
    wanted = (
        select(Duty, Mediator.name, Area.name)
        .join(Mediator, (Mediator.county_id == Duty.county_id) & (Mediator.id == Duty.mediator_id))
        .outerjoin(Area, (Area.county_id == Duty.county_id) & (Area.code == Duty.village_code))
        .where(
            Duty.county_id == county_id,
            Duty.committee_id == committee_id,
            Duty.on.between(first, last),
        )
        .order_by(
            Duty.on, Duty.kind, Duty.village_code, Duty.in_place_of.is_not(None), Mediator.name
        )
    )
    return [Shift(*row) for row in session.execute(wanted)]


def on_duty(session: Session, county_id: str, committee_id: UUID | None, on: date) -> list[Shift]:
    """List who is on duty in a committee on a day, without those who are absent."""
    if committee_id is None:
        return []
    found = shifts_of(session, county_id, committee_id, on, on)
    return [one for one in found if one.duty.absent_because is None]
