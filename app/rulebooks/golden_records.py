"""范例: cases that people wrote down with the answer every version of the rules must give."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.kernel.errors import NotFound


class GoldenCase(CountyOwned, Model):
    """One case as YAML (rules/golden.py); holds no personal data. Retired, it is kept with why."""

    __tablename__ = "golden_cases"
    __table_args__ = (
        Index(None, "county_id", "written_at"),
        CheckConstraint("(retired_at IS NULL) = (retired_by IS NULL)", name="retired_by_someone"),
        CheckConstraint("retired_at IS NULL OR retired_reason IS NOT NULL", name="retired_why"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(100))
    because: Mapped[str] = mapped_column(String(500))
    text: Mapped[str] = mapped_column(Text)
    written_by: Mapped[UUID]
    written_at: Mapped[datetime]
    retired_by: Mapped[UUID | None]
    retired_at: Mapped[datetime | None]
    retired_reason: Mapped[str | None] = mapped_column(String(300))
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it here)


def golden_cases(session: Session, county_id: str) -> list[GoldenCase]:
    """List a county's golden cases, retired ones too, newest first."""
    wanted = select(GoldenCase).where(GoldenCase.county_id == county_id)
    return list(session.scalars(wanted.order_by(GoldenCase.written_at.desc(), GoldenCase.id)))


def golden_case(session: Session, county_id: str, golden_id: UUID) -> GoldenCase:
    """Load one, or raise NotFound."""
    found = session.get(GoldenCase, (county_id, golden_id))
    if found is None:
        raise NotFound("没有这个范例。请从范例列表重新进入。")
    return found
