"""Rows of swaps that were asked for: who asked whom, about which days, and the answer."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.rota.enums import SwapState

WAITS = text("state = 'offered'")


class SwapOffer(CountyOwned, Model):
    """换班: one that waits for a duty at a time, or one that was decided (`decided_by`, an account).

    A duty may be taken back, so its days are kept here.
    """

    __tablename__ = "swap_offers"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "asker_id"], ["mediators.county_id", "mediators.id"]),
        ForeignKeyConstraint(["county_id", "asked_id"], ["mediators.county_id", "mediators.id"]),
        ForeignKeyConstraint(["county_id", "decided_by"], ["users.county_id", "users.id"]),
        Index(None, "county_id", "asked_id", "state"),
        Index(None, "county_id", "asker_id", "offered_at"),
        Index(
            "uq_swap_offers_waiting",
            "county_id",
            "duty_id",
            unique=True,
            sqlite_where=WAITS,
            postgresql_where=WAITS,
        ),
        one_of("state", SwapState),
        CheckConstraint("(state = 'offered') = (answered_at IS NULL)", name="answered_has_instant"),
        CheckConstraint(
            "(state IN ('decided', 'objected')) = (decided_by IS NOT NULL)", name="decided_by_whom"
        ),
        CheckConstraint(
            "(state = 'objected') = (objector_id IS NOT NULL)", name="objected_by_whom"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(10), default=SwapState.OFFERED)
    duty_id: Mapped[UUID]
    other_id: Mapped[UUID]
    asker_id: Mapped[UUID]
    asked_id: Mapped[UUID]
    gives_on: Mapped[date]
    takes_on: Mapped[date]
    note: Mapped[str | None] = mapped_column(String(200))
    offered_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    because: Mapped[str | None] = mapped_column(String(200))
    decided_by: Mapped[UUID | None]
    objector_id: Mapped[UUID | None]
