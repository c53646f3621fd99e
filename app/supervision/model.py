"""催办 as rows: each rung of the ladder once for a due date, kept with who was meant."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.supervision.ladder import NudgeTo, RungName


class Nudge(CountyOwned, Model):
    """One word said about one due date; the unique key lets no tick say it twice."""

    __tablename__ = "nudges"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "case_id"], ["cases.county_id", "cases.id"]),
        ForeignKeyConstraint(["county_id", "deadline_id"], ["deadlines.county_id", "deadlines.id"]),
        UniqueConstraint("county_id", "deadline_id", "due_on", "rung"),
        Index(None, "county_id", "case_id"),
        one_of("rung", RungName),
        one_of("whose_move", NudgeTo),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    deadline_id: Mapped[UUID]
    due_on: Mapped[date]
    rung: Mapped[str] = mapped_column(String(20))
    whose_move: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    nudged_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
