"""Rows of revisits: planned by rule, then held and written down."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.aftercare.enums import FulfillmentHeard, RevisitKind, RevisitManner, Satisfaction
from app.agreements.model import OF_AGREEMENT
from app.cases.parties import OF_CASE, OF_PARTY
from app.kernel.columns import CountyOwned, Model, one_of


class Revisit(CountyOwned, Model):
    """One revisit about one agreement; held once, the window is that of the rule."""

    __tablename__ = "revisits"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(*OF_AGREEMENT),
        Unique("county_id", "case_id", "ordinal"),
        Index(None, "county_id", "held_on", "due_by", "id"),
        one_of("kind", RevisitKind),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    agreement_id: Mapped[UUID]
    ordinal: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    due_from: Mapped[date]
    due_by: Mapped[date]
    held_on: Mapped[date | None]
    planned_at: Mapped[datetime]


class RevisitRecord(CountyOwned, Model):
    """What one party said on a revisit (PAPERS ⑪); satisfaction is asked by somebody else (S97)."""

    __tablename__ = "revisit_records"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "revisit_id"], ["revisits.county_id", "revisits.id"]),
        ForeignKeyConstraint(*OF_PARTY),
        Unique("county_id", "revisit_id", "party_id"),
        one_of("manner", RevisitManner),
        one_of("fulfillment_heard", FulfillmentHeard),
        one_of("satisfaction", Satisfaction),
        CheckConstraint(
            "satisfaction IS NULL OR satisfaction_asked_by IS NOT NULL", name="somebody_asked"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    revisit_id: Mapped[UUID]
    party_id: Mapped[UUID]
    on: Mapped[date]
    manner: Mapped[str] = mapped_column(String(10))
    visitors: Mapped[str] = mapped_column(String(200))
    fulfillment_heard: Mapped[str] = mapped_column(String(10))
    fulfillment_said: Mapped[str] = mapped_column(Text)
    satisfaction: Mapped[str | None] = mapped_column(String(20))
    satisfaction_asked_by: Mapped[str | None] = mapped_column(String(60))
    later_dispute: Mapped[str | None] = mapped_column(Text)
    hidden_trouble: Mapped[str | None] = mapped_column(Text)
    measures: Mapped[str | None] = mapped_column(Text)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
