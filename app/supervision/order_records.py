"""Rows of supervision orders: what was asked, each answer, and how it was judged."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of
from app.supervision.order_commands import OrderState

STANDING = text("state IN ('issued', 'answered', 'sent_back')")


class SupervisionOrder(CountyOwned, Model):
    """督办单; one stands open for a case at a time, so that two supervisors never order at once."""

    __tablename__ = "supervision_orders"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Unique("county_id", "number"),
        Index(None, "county_id", "state", "due_on"),
        Index(None, "county_id", "case_id", "issued_at"),
        Index(
            "uq_supervision_orders_standing",
            "county_id",
            "case_id",
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
        one_of("state", OrderState),
        CheckConstraint(
            "(state IN ('closed', 'withdrawn')) = (ended_on IS NOT NULL)", name="ended_has_day"
        ),
        CheckConstraint("due_on >= issued_on", name="due_after_issue"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    number: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20), default=OrderState.ISSUED)
    body: Mapped[str] = mapped_column(String(100))
    subject: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(100))
    person: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)
    demands: Mapped[str] = mapped_column(Text)
    issued_on: Mapped[date]
    due_on: Mapped[date]
    issued_by: Mapped[UUID]
    issued_at: Mapped[datetime]
    ended_on: Mapped[date | None]
    ended_by: Mapped[UUID | None]
    ended_because: Mapped[str | None] = mapped_column(Text)


class OrderAnswer(CountyOwned, Model):
    """督办答复: the handler's reason and new day; `sent_back_because` where it did not do."""

    __tablename__ = "order_answers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "order_id"], ["supervision_orders.county_id", "supervision_orders.id"]
        ),
        Index(None, "county_id", "order_id", "answered_at"),
        CheckConstraint(
            "(sent_back_on IS NULL) = (sent_back_because IS NULL)", name="sent_back_says_why"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
    reason: Mapped[str] = mapped_column(Text)
    done: Mapped[str] = mapped_column(Text)
    new_on: Mapped[date | None]
    on: Mapped[date]
    answered_by: Mapped[UUID]
    answered_at: Mapped[datetime]
    sent_back_on: Mapped[date | None]
    sent_back_by: Mapped[UUID | None]
    sent_back_because: Mapped[str | None] = mapped_column(Text)
