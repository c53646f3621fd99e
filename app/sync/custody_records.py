"""带走下乡 as rows: who has a case along, since when, on which laptop, and how it came back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of
from app.sync.enums import CustodyEnding


class Custody(CountyOwned, Model):
    """带走下乡: a case in somebody's bundle; one holder at a time, the centre sees who.

    `fetched_at` and `device_id` say when and by which laptop it was really taken.
    """

    __tablename__ = "custodies"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        Index(
            "uq_custodies_held", "county_id", "case_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "county_id", "user_id", "ended_at"),
        one_of("ending", CustodyEnding),
        CheckConstraint("(ended_at IS NULL) = (ending IS NULL)", name="ended_somehow"),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    user_id: Mapped[UUID]
    device_id: Mapped[UUID | None]
    taken_at: Mapped[datetime]
    fetched_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ending: Mapped[str | None] = mapped_column(String(20))
    ended_by: Mapped[UUID | None]
    because: Mapped[str | None] = mapped_column(String(300))
