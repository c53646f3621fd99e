"""Rows of messages: where a person wants the digest, and each digest that left."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.inbox.outgoing.enums import DeliveryState, MessageChannel
from app.kernel.columns import CountyOwned, Model, one_of

OF_USER = (["county_id", "user_id"], ["users.county_id", "users.id"])


class MessageAddress(CountyOwned, Model):
    """Where one person wants the digest: one way at a time, chosen by themselves, sealed."""

    __tablename__ = "message_addresses"
    __table_args__ = (ForeignKeyConstraint(*OF_USER), one_of("channel", MessageChannel))

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(10))
    address_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    set_at: Mapped[datetime]


class Delivery(CountyOwned, Model):
    """One digest to one person on one day; the unique key lets no second one leave that day."""

    __tablename__ = "deliveries"
    __table_args__ = (
        ForeignKeyConstraint(*OF_USER),
        Unique("county_id", "user_id", "on"),
        Index(None, "county_id", "claimed_at"),
        one_of("channel", MessageChannel),
        one_of("state", DeliveryState),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    on: Mapped[date]
    channel: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    tries: Mapped[int]
    notices: Mapped[int]
    text: Mapped[str] = mapped_column(String(300))
    problem: Mapped[str | None] = mapped_column(String(100))
    claimed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
