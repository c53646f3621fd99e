"""The county's calendar as rows: local holidays and later notices, laid over what was published.

What 国务院办公厅 published comes with the program; a row says what is otherwise in this county. A
change keeps who made it, what it rests on, and whose last day it moved.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.deadlines.calendar import WorkingCalendar
from app.deadlines.enums import DayKind
from app.kernel.columns import CountyOwned, Model, one_of

OF_CHANGE = (
    ["county_id", "change_id"],
    ["calendar_changes.county_id", "calendar_changes.id"],
)


class CalendarChange(CountyOwned, Model):
    """One change of the calendar; `year` where it is the notice of a whole year."""

    __tablename__ = "calendar_changes"
    __table_args__ = (Index(None, "county_id", "recorded_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int | None]
    basis: Mapped[str] = mapped_column(String(300))
    on: Mapped[date]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class CalendarDay(CountyOwned, Model):
    """One day that is otherwise than published: it rests, or it is worked."""

    __tablename__ = "calendar_days"
    __table_args__ = (ForeignKeyConstraint(*OF_CHANGE), one_of("kind", DayKind))

    on: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(60))
    change_id: Mapped[UUID]


class MovedDeadline(CountyOwned, Model):
    """One running term whose last day a change of the calendar moved."""

    __tablename__ = "moved_deadlines"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CHANGE),
        ForeignKeyConstraint(["county_id", "deadline_id"], ["deadlines.county_id", "deadlines.id"]),
        UniqueConstraint("county_id", "change_id", "deadline_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    change_id: Mapped[UUID]
    deadline_id: Mapped[UUID]
    was_due_on: Mapped[date]
    due_on: Mapped[date]


def calendar_of(session: Session, county_id: str) -> WorkingCalendar:
    """Give the county's calendar; read once a session."""
    known: dict[str, WorkingCalendar] = session.info.setdefault("calendars", {})
    if county_id not in known:
        known[county_id] = _read(session, county_id)
    return known[county_id]


def forget_calendar(session: Session) -> None:
    """Let the calendar be read anew: its rows were changed in this session."""
    session.info.pop("calendars", None)


def _read(session: Session, county_id: str) -> WorkingCalendar:
    rows = select(CalendarDay.on, CalendarDay.kind).where(CalendarDay.county_id == county_id)
    days = {row.on: DayKind(row.kind) for row in session.execute(rows)}
    year = session.scalar(
        select(func.max(CalendarChange.year)).where(CalendarChange.county_id == county_id)
    )
    return WorkingCalendar.announced().changed(days, year)
