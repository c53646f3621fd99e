"""A year of the county's calendar as people read it: spans of days off and worked, with sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.deadlines.calendar import WorkingCalendar, published_name
from app.deadlines.enums import DayKind
from app.deadlines.holidays import CalendarChange, CalendarDay, MovedDeadline, calendar_of
from app.deadlines.model import Deadline
from app.people.users import User

PUBLISHED = "国务院办公厅放假通知"
LATEST = 20
ONE_DAY = timedelta(days=1)


@dataclass
class Span:
    """Days in a row that are otherwise than the week says."""

    first: date
    last: date
    kind: DayKind
    name: str
    source: str
    is_own: bool


@dataclass(frozen=True)
class Moved:
    """Whose last day a change moved."""

    number: str
    case_id: UUID
    deadline_id: UUID
    name: str
    was_due_on: date
    due_on: date


@dataclass(frozen=True)
class Change:
    """One change of the calendar, with whom it touched."""

    row: CalendarChange
    by: str
    moved: list[Moved]


def spans_of(session: Session, county_id: str, year: int) -> list[Span]:
    """List the days of a year that rest on weekdays or are worked on weekends, and local ones."""
    calendar = calendar_of(session, county_id)
    own = _own(session, county_id, year)
    found: list[Span] = []
    for day in _days_of(year):
        span = _span(day, calendar, own)
        if span is None:
            continue
        if found and _continues(found[-1], span):
            found[-1].last = day
        else:
            found.append(span)
    return found


def changes_of(session: Session, county_id: str) -> list[Change]:
    """List the latest changes, newest first, each with the terms it moved."""
    wanted = (
        select(CalendarChange, User.name)
        .join(
            User,
            (User.county_id == CalendarChange.county_id) & (User.id == CalendarChange.recorded_by),
        )
        .where(CalendarChange.county_id == county_id)
        .order_by(CalendarChange.recorded_at.desc(), CalendarChange.id.desc())
        .limit(LATEST)
    )
    rows = session.execute(wanted).all()
    return [Change(row, by, _moved(session, row)) for row, by in rows]


def _moved(session: Session, change: CalendarChange) -> list[Moved]:
    wanted = (
        select(Case.number, Case.id, Deadline.id, Deadline.name)
        .add_columns(MovedDeadline.was_due_on, MovedDeadline.due_on)
        .join(
            Deadline,
            (Deadline.county_id == MovedDeadline.county_id)
            & (Deadline.id == MovedDeadline.deadline_id),
        )
        .join(Case, (Case.county_id == Deadline.county_id) & (Case.id == Deadline.case_id))
        .where(
            MovedDeadline.county_id == change.county_id, MovedDeadline.change_id == change.id
        )
        .order_by(MovedDeadline.due_on, Case.number)
    )  # fmt: skip
    return [Moved(*row) for row in session.execute(wanted)]


def _own(session: Session, county_id: str, year: int) -> dict[date, tuple[CalendarDay, str]]:
    wanted = (
        select(CalendarDay, CalendarChange.basis)
        .join(
            CalendarChange,
            (CalendarChange.county_id == CalendarDay.county_id)
            & (CalendarChange.id == CalendarDay.change_id),
        )
        .where(
            CalendarDay.county_id == county_id,
            CalendarDay.on.between(date(year, 1, 1), date(year, 12, 31)),
        )
    )
    return {row.on: (row, basis) for row, basis in session.execute(wanted)}


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += ONE_DAY


def _span(
    day: date, calendar: WorkingCalendar, own: dict[date, tuple[CalendarDay, str]]
) -> Span | None:
    if day in own:
        row, basis = own[day]
        return Span(day, day, DayKind(row.kind), row.name, basis, is_own=True)
    name = published_name(day)
    if not name:
        return None
    kind = DayKind.WORKING if calendar.is_working(day) else DayKind.REST
    return Span(day, day, kind, name, PUBLISHED, is_own=False)


def _continues(span: Span, more: Span) -> bool:
    same = (span.kind, span.name, span.source) == (more.kind, more.name, more.source)
    return same and more.first - span.last == ONE_DAY
