"""What people did about commands that came back contradicted or had to be sent back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.sync.enums import SettlementOutcome


class Settlement(CountyOwned, Model):
    """One contradiction in somebody's hands, or settled; the arrival itself never changes."""

    __tablename__ = "settlements"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "arrival_id"], ["arrivals.county_id", "arrivals.id"]),
        ForeignKeyConstraint(["county_id", "assigned_to"], ["users.county_id", "users.id"]),
        Index(None, "county_id", "assigned_to", "settled_at"),
        one_of("outcome", SettlementOutcome),
        CheckConstraint("(settled_at IS NULL) = (outcome IS NULL)", name="settled_somehow"),
    )

    arrival_id: Mapped[UUID] = mapped_column(primary_key=True)
    assigned_to: Mapped[UUID | None]
    assigned_by: Mapped[UUID | None]
    assigned_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(20))
    note_id: Mapped[UUID | None]
    settled_by: Mapped[UUID | None]
    settled_at: Mapped[datetime | None]
