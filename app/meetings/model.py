"""Rows of a meeting: itself, who was there, what was written down, what was not in order.

Words that a report brings have no length here: a report is never refused for being long.
"""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import Language
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of
from app.meetings.enums import (
    Attending,
    Flaw,
    GuestKind,
    MeetingKind,
    MeetingResult,
    MeetingState,
    Method,
)

OF_MEETING = (["county_id", "meeting_id"], ["meetings.county_id", "meetings.id"])


class Meeting(CountyOwned, Model):
    """One session of one of the four clinics; `on`, `starts`, `ends` are the county's time.

    `is_public` follows from who asked and who objected (人民调解法 23 条; 75号令 29 条).
    """

    __tablename__ = "meetings"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id", "state", "on"),
        Index(None, "county_id", "state", "on"),
        one_of("kind", MeetingKind),
        one_of("state", MeetingState),
        one_of("method", Method),
        one_of("result", MeetingResult),
        one_of("read_aloud_in", Language),
        CheckConstraint("(state = 'held') = (result IS NOT NULL)", name="held_has_result"),
        CheckConstraint("(state = 'held') = (recorder IS NOT NULL)", name="held_has_recorder"),
        CheckConstraint(
            "state <> 'cancelled' OR cancel_reason IS NOT NULL", name="cancelled_says_why"
        ),
        CheckConstraint("NOT is_public OR objection IS NULL", name="objection_closes"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    on: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time | None]
    place: Mapped[str] = mapped_column(Text)
    method: Mapped[str] = mapped_column(String(20))
    asks_public: Mapped[bool]
    is_public: Mapped[bool]
    objection: Mapped[str | None] = mapped_column(Text)
    chair_id: Mapped[UUID | None]
    recorder: Mapped[str | None] = mapped_column(Text)
    interpreter: Mapped[str | None] = mapped_column(Text)
    read_aloud_in: Mapped[str | None] = mapped_column(String(10))
    result: Mapped[str | None] = mapped_column(String(20))
    next_on: Mapped[date | None]
    cancel_reason: Mapped[str | None] = mapped_column(String(300))
    planned_by: Mapped[UUID | None]
    planned_at: Mapped[datetime | None]
    held_by: Mapped[UUID | None]
    held_at: Mapped[datetime | None]


class MeetingLanguage(CountyOwned, Model):
    """A language spoken at a meeting."""

    __tablename__ = "meeting_languages"
    __table_args__ = (ForeignKeyConstraint(*OF_MEETING), one_of("language", Language))

    meeting_id: Mapped[UUID] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(10), primary_key=True)


class MeetingFlaw(CountyOwned, Model):
    """One thing that was not as the law wants it; seen on the page, never a reason to refuse."""

    __tablename__ = "meeting_flaws"
    __table_args__ = (ForeignKeyConstraint(*OF_MEETING), one_of("flaw", Flaw))

    meeting_id: Mapped[UUID] = mapped_column(primary_key=True)
    flaw: Mapped[str] = mapped_column(String(30), primary_key=True)


class Attendance(CountyOwned, Model):
    """Someone at the table, or expected there; guests come with all parties' consent (20 条)."""

    __tablename__ = "attendances"
    __table_args__ = (
        ForeignKeyConstraint(*OF_MEETING),
        Unique("county_id", "meeting_id", "ordinal"),
        one_of("attending", Attending),
        one_of("guest_kind", GuestKind),
        CheckConstraint("attending <> 'party' OR party_id IS NOT NULL", name="party_is_named"),
        CheckConstraint(
            "attending <> 'mediator' OR mediator_id IS NOT NULL", name="mediator_is_named"
        ),
        CheckConstraint("(attending = 'guest') = (guest_kind IS NOT NULL)", name="guest_has_kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID]
    ordinal: Mapped[int]
    attending: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(Text)
    party_id: Mapped[UUID | None]
    mediator_id: Mapped[UUID | None]
    guest_kind: Mapped[str | None] = mapped_column(String(30))
    agreed_on: Mapped[date | None]
    has_come: Mapped[bool | None]


class MediationRecord(CountyOwned, Model):
    """调解记录: the text of a session; a later report is added, none is overwritten (27 条)."""

    __tablename__ = "mediation_records"
    __table_args__ = (ForeignKeyConstraint(*OF_MEETING),)

    meeting_id: Mapped[UUID] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    on: Mapped[date]
    text: Mapped[str] = mapped_column(Text)
    recorder: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class InquiryRecord(CountyOwned, Model):
    """调查记录: one person asked, with what they said."""

    __tablename__ = "inquiry_records"
    __table_args__ = (ForeignKeyConstraint(*OF_CASE), Index(None, "county_id", "case_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    on: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time | None]
    place: Mapped[str] = mapped_column(Text)
    inquirers: Mapped[str] = mapped_column(Text)
    recorder: Mapped[str] = mapped_column(Text)
    asked: Mapped[str] = mapped_column(Text)
    relation: Mapped[str | None] = mapped_column(Text)
    details: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
