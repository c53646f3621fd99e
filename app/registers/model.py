"""封账: a closed month, with each line as it was reported; what is corrected later shows beside it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.registers.coverage import Basis


class MonthClosing(CountyOwned, Model):
    """A month whose figures were reported; `month` is its first day. Closed once, never opened."""

    __tablename__ = "month_closings"

    month: Mapped[date] = mapped_column(primary_key=True)
    on: Mapped[date]
    closed_by: Mapped[UUID]
    closed_at: Mapped[datetime]


class ReportedLine(CountyOwned, Model):
    """One case as it was counted when its month was closed; the columns' own words, money in fen."""

    __tablename__ = "reported_lines"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "month"], ["month_closings.county_id", "month_closings.month"]
        ),
        ForeignKeyConstraint(["county_id", "case_id"], ["cases.county_id", "cases.id"]),
        Index(None, "county_id", "case_id"),
        one_of("basis", Basis),
    )

    month: Mapped[date] = mapped_column(primary_key=True)
    basis: Mapped[str] = mapped_column(String(10), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    township: Mapped[str | None] = mapped_column(String(9))
    committee_id: Mapped[UUID | None]
    body: Mapped[str] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(String(40))
    dispute_type: Mapped[str] = mapped_column(String(30))
    result: Mapped[str] = mapped_column(String(20))
    people: Mapped[int]
    is_difficult: Mapped[bool]
    form: Mapped[str | None] = mapped_column(String(10))
    amount_fen: Mapped[int] = mapped_column(BigInteger)
    is_fulfilled: Mapped[bool]


class ReportedScreening(CountyOwned, Model):
    """排查 of one village as it was counted when its month was closed."""

    __tablename__ = "reported_screenings"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "month"], ["month_closings.county_id", "month_closings.month"]
        ),
        ForeignKeyConstraint(["county_id", "village_code"], ["areas.county_id", "areas.code"]),
    )

    month: Mapped[date] = mapped_column(primary_key=True)
    village_code: Mapped[str] = mapped_column(String(12), primary_key=True)
    rounds: Mapped[int]
    found: Mapped[int]
    prevented: Mapped[int]
