"""A forgotten passphrase of a laptop: who asked, and the two people who agreed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.sync.model import OF_DEVICE


class KeyRescue(CountyOwned, Model):
    """One asking for a laptop's key: `spare` is that key under the county's public one.

    It is opened for `reply_key` (DER), a fresh key of the laptop, only once two people agreed.
    """

    __tablename__ = "key_rescues"
    __table_args__ = (
        ForeignKeyConstraint(*OF_DEVICE),
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        CheckConstraint("agreed_by <> given_by", name="two_people"),
        Index(None, "county_id", "asked_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    device_id: Mapped[UUID]
    spare: Mapped[bytes] = mapped_column(LargeBinary)
    reply_key: Mapped[bytes] = mapped_column(LargeBinary)
    code: Mapped[str] = mapped_column(String(7))
    asked_at: Mapped[datetime]
    agreed_by: Mapped[UUID | None]
    agreed_at: Mapped[datetime | None]
    given_by: Mapped[UUID | None]
    given_at: Mapped[datetime | None]
    refused_by: Mapped[UUID | None]
    refused_at: Mapped[datetime | None]

    @property
    def state(self) -> str:
        """Say how it stands, in the protocol's word."""
        if self.refused_at is not None:
            return "refused"
        return "given" if self.given_at is not None else "waiting"
