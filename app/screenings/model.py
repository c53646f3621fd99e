"""Rows of screenings: one round through a village, and each dispute it found."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.screenings.enums import FoundOutcome


class Screening(CountyOwned, Model):
    """排查一次; struck where it was written down by mistake."""

    __tablename__ = "screenings"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "village_code"], ["areas.county_id", "areas.code"]),
        ForeignKeyConstraint(["county_id", "recorded_by"], ["users.county_id", "users.id"]),
        Index(None, "county_id", "day"),
        Index(None, "county_id", "village_code", "day"),
        CheckConstraint("(struck_on IS NULL) = (struck_because IS NULL)", name="struck_says_why"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date]
    village_code: Mapped[str] = mapped_column(String(12))
    occasion: Mapped[str] = mapped_column(String(100))
    note: Mapped[str | None] = mapped_column(Text)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
    struck_on: Mapped[date | None]
    struck_by: Mapped[UUID | None]
    struck_because: Mapped[str | None] = mapped_column(String(200))


class FoundDispute(CountyOwned, Model):
    """排查到的一件纠纷; `case_id` where it was registered, `settled_on` unless it is watched on."""

    __tablename__ = "found_disputes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "screening_id"], ["screenings.county_id", "screenings.id"]
        ),
        ForeignKeyConstraint(["county_id", "case_id"], ["cases.county_id", "cases.id"]),
        Index(None, "county_id", "screening_id"),
        Index(None, "county_id", "settled_on"),
        one_of("outcome", FoundOutcome),
        CheckConstraint(
            "(outcome = 'registered') = (case_id IS NOT NULL)", name="registered_has_case"
        ),
        CheckConstraint("(outcome = 'watched') = (settled_on IS NULL)", name="settled_has_day"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    screening_id: Mapped[UUID]
    what: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(20))
    case_id: Mapped[UUID | None]
    settled_on: Mapped[date | None]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
