"""撤销结案 as a record: what ended the case stays in the books."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import Outcome
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of


class Reopening(CountyOwned, Model):
    """An ending that was taken back: `outcome`, `closed_on`, `reason` are what it had said."""

    __tablename__ = "reopenings"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id"),
        one_of("outcome", Outcome),
        CheckConstraint("length(because) > 0", name="reopening_has_reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    outcome: Mapped[str] = mapped_column(String(20))
    closed_on: Mapped[date]
    reason: Mapped[str | None] = mapped_column(Text)
    refer_to: Mapped[str | None] = mapped_column(String(30))
    closed_by: Mapped[UUID]
    closed_at: Mapped[datetime]
    on: Mapped[date]
    because: Mapped[str] = mapped_column(String(500))
    reopened_by: Mapped[UUID]
    reopened_at: Mapped[datetime]
