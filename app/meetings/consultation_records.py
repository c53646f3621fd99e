"""Rows of a joint consultation: who was asked, what they said, what they took on, how it ended."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.meetings.enums import BodyAnswer, Conclusion
from app.meetings.model import OF_MEETING

OF_BODY = (["county_id", "body_id"], ["consulted_bodies.county_id", "consulted_bodies.id"])


class ConsultedBody(CountyOwned, Model):
    """One body asked to a joint consultation: what to bring, whether it comes, what it said."""

    __tablename__ = "consulted_bodies"
    __table_args__ = (
        ForeignKeyConstraint(*OF_MEETING),
        Index(None, "county_id", "meeting_id"),
        one_of("answer", BodyAnswer),
        CheckConstraint("(answer = 'waiting') = (answered_on IS NULL)", name="answer_has_date"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID]
    body: Mapped[str] = mapped_column(String(100))
    contact: Mapped[str | None] = mapped_column(String(100))
    bring: Mapped[str | None] = mapped_column(String(300))
    invited_on: Mapped[date]
    invited_by: Mapped[UUID]
    answer: Mapped[str] = mapped_column(String(20), default=BodyAnswer.WAITING)
    answered_on: Mapped[date | None]
    attendee: Mapped[str | None] = mapped_column(Text)
    opinion: Mapped[str | None] = mapped_column(Text)


class BodyNudge(CountyOwned, Model):
    """催办: a body was reminded."""

    __tablename__ = "body_nudges"
    __table_args__ = (ForeignKeyConstraint(*OF_BODY), Index(None, "county_id", "body_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID]
    on: Mapped[date]
    nudged_by: Mapped[UUID]
    nudged_at: Mapped[datetime]


class Commitment(CountyOwned, Model):
    """承诺事项: what a body took on, by when, and when it was done."""

    __tablename__ = "commitments"
    __table_args__ = (
        ForeignKeyConstraint(*OF_BODY),
        Index(None, "county_id", "body_id"),
        CheckConstraint("(proof IS NULL) = (fulfilled_on IS NULL)", name="fulfilled_says_how"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID]
    what: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date]
    fulfilled_on: Mapped[date | None]
    proof: Mapped[str | None] = mapped_column(Text)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class ConsultationMinutes(CountyOwned, Model):
    """会诊纪要: the conclusion; a later one is added, none is overwritten."""

    __tablename__ = "consultation_minutes"
    __table_args__ = (ForeignKeyConstraint(*OF_MEETING), one_of("conclusion", Conclusion))

    meeting_id: Mapped[UUID] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    conclusion: Mapped[str] = mapped_column(String(20))
    minutes: Mapped[str] = mapped_column(Text)
    on: Mapped[date]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
