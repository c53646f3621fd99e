"""Rows of danger: each change of the risk, each report of it; never overwritten."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import Organ, Risk
from app.cases.parties import OF_CASE
from app.cases.risk_commands import ReportMeans, RiskReportKind
from app.kernel.columns import CountyOwned, Model, one_of


class RiskChange(CountyOwned, Model):
    """The risk went from one color to another, and why."""

    __tablename__ = "risk_changes"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id", "changed_at"),
        one_of("came_from", Risk),
        one_of("went_to", Risk),
        CheckConstraint("length(reason) > 0", name="change_has_reason"),
        CheckConstraint("came_from <> went_to", name="change_changes"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    came_from: Mapped[str] = mapped_column(String(10))
    went_to: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(500))
    on: Mapped[date]
    changed_by: Mapped[UUID]
    changed_at: Mapped[datetime]


class RiskReport(CountyOwned, Model):
    """One organ was told of the danger: to whom, when, by whom, how (人民调解法 25 条)."""

    __tablename__ = "risk_reports"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id", "on"),
        one_of("kind", RiskReportKind),
        one_of("organ", Organ),
        one_of("means", ReportMeans),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    organ: Mapped[str] = mapped_column(String(30))
    recipient: Mapped[str | None] = mapped_column(Text)
    means: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    at: Mapped[time]
    reporter: Mapped[str] = mapped_column(Text)
    situation: Mapped[str] = mapped_column(Text)
    measures: Mapped[str | None] = mapped_column(Text)
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
