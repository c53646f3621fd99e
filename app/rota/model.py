"""Rows of the rota: a day's duty of one mediator, and the secret address of a personal calendar."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.rota.enums import DutyKind


class Duty(CountyOwned, Model):
    """One mediator on one day: at the committee's desk (no village), or in a village.

    Several villages of one day are a road, taken in the order of their codes.

    Who cannot come keeps the row with the reason; whoever stands in has a row that names it.
    """

    __tablename__ = "duties"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "committee_id"], ["committees.county_id", "committees.id"]
        ),
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
        Unique("county_id", "committee_id", "on", "kind", "village_code", "mediator_id"),
        Index(None, "county_id", "mediator_id", "on"),
        one_of("kind", DutyKind),
        CheckConstraint(
            "(kind = 'village_visit') = (village_code <> '')", name="visit_has_village"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    committee_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    mediator_id: Mapped[UUID]
    village_code: Mapped[str] = mapped_column(String(12))
    absent_because: Mapped[str | None] = mapped_column(String(200))
    in_place_of: Mapped[UUID | None]
    planned_by: Mapped[UUID]
    planned_at: Mapped[datetime]


class CalendarFeed(CountyOwned, Model):
    """A person's own calendar for their telephone; the address is shown once and kept as a hash."""

    __tablename__ = "calendar_feeds"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        Unique("county_id", "secret_sha256"),
        Index(None, "county_id", "user_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
