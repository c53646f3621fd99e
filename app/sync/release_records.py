"""下乡强制交接 as rows: why it could not be waited for that somebody brings everything home."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model


class ForcedRelease(CountyOwned, Model):
    """A supervisor's word that somebody may change post before the laptop came home."""

    __tablename__ = "forced_releases"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        Index(None, "county_id", "user_id", "forced_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    because: Mapped[str] = mapped_column(String(300))
    forced_by: Mapped[UUID]
    forced_at: Mapped[datetime]
