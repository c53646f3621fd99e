"""Rows of the clock ledger: each running term of a case and what happened to it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.deadlines.ledger import Kind
from app.deadlines.terms import Counting
from app.kernel.columns import CountyOwned, Model, one_of


class DeadlineState(StrEnum):
    """Whether a term still runs."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


class Deadline(CountyOwned, Model):
    """期限: one running term; `due_on` is derived from its entries, null while it stands.

    `next_on` is the day supervision looks at it next; null once nothing more is to be said.

    `subject_id` is what it is about where the case has several of the kind (an obligation, a
    meeting's commitment); the case's own id where there is one.
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "case_id"], ["cases.county_id", "cases.id"]),
        Index(None, "county_id", "case_id", "state", "due_on"),
        Index(None, "county_id", "state", "due_on", "id"),
        Index(None, "county_id", "state", "next_on", "id"),
        Index("uq_deadlines_running", "county_id", "code", "subject_id", "start_on", unique=True),
        one_of("state", DeadlineState),
        one_of("counting", Counting),
        CheckConstraint("(state = 'open') = (ended_on IS NULL)", name="ended_has_date"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    subject_id: Mapped[UUID]
    code: Mapped[str] = mapped_column(String(30))
    name: Mapped[str] = mapped_column(String(100))
    basis: Mapped[str] = mapped_column(String(300))
    start_on: Mapped[date]
    days: Mapped[int | None]
    counting: Mapped[str] = mapped_column(String(20))
    due_on: Mapped[date | None]
    next_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(10), default=DeadlineState.OPEN)
    ended_on: Mapped[date | None]
    ended_because: Mapped[str | None] = mapped_column(String(300))


class ClockEntry(CountyOwned, Model):
    """A pause, resume, extension or shortening, with who agreed and why."""

    __tablename__ = "clock_entries"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "deadline_id"], ["deadlines.county_id", "deadlines.id"]),
        Index(None, "county_id", "deadline_id", "on"),
        one_of("kind", Kind),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    deadline_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(10))
    on: Mapped[date]
    days: Mapped[int | None]
    agreed_by: Mapped[str | None] = mapped_column(String(200))
    because: Mapped[str | None] = mapped_column(String(500))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
