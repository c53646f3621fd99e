"""Rows of 卷宗评查: one sheet an evaluation, one line a point; none is changed afterwards."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.aftercare.evaluation_commands import FilePoint, Finding
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of


class Evaluation(CountyOwned, Model):
    """One look through a file; `mend_by` where something is wanting."""

    __tablename__ = "evaluations"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id", "evaluated_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    on: Mapped[date]
    mediators: Mapped[str] = mapped_column(String(200))
    remark: Mapped[str | None] = mapped_column(Text)
    mend_by: Mapped[date | None]
    evaluated_by: Mapped[UUID]
    evaluated_at: Mapped[datetime]


class EvaluationLine(CountyOwned, Model):
    """How one point of a file stood."""

    __tablename__ = "evaluation_lines"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "evaluation_id"], ["evaluations.county_id", "evaluations.id"]
        ),
        one_of("point", FilePoint),
        one_of("finding", Finding),
        CheckConstraint(
            "finding NOT IN ('partly', 'wanting') OR note IS NOT NULL", name="wanting_says_what"
        ),
    )

    evaluation_id: Mapped[UUID] = mapped_column(primary_key=True)
    point: Mapped[str] = mapped_column(String(20), primary_key=True)
    finding: Mapped[str] = mapped_column(String(20))
    note: Mapped[str | None] = mapped_column(Text)
