"""Rows of what follows an agreement: fulfillment, urging, judicial confirmation."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, String, exists
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.agreements.enums import ConfirmationResult, UrgingOutcome, UrgingWay
from app.agreements.model import OF_AGREEMENT
from app.cases.parties import OF_PARTY
from app.kernel.columns import CountyOwned, Model, one_of

OF_OBLIGATION = (["county_id", "obligation_id"], ["obligations.county_id", "obligations.id"])


class Fulfillment(CountyOwned, Model):
    """What was done of an obligation on one day, in part or whole, and how it is known.

    One that was registered by mistake stays, and a `WithdrawnFulfillment` stands beside it; it no
    longer counts (`STANDS`).
    """

    __tablename__ = "fulfillments"
    __table_args__ = (
        ForeignKeyConstraint(*OF_OBLIGATION),
        Index(None, "county_id", "obligation_id", "on"),
        CheckConstraint("amount_fen IS NULL OR amount_fen > 0", name="amount_is_something"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    obligation_id: Mapped[UUID]
    on: Mapped[date]
    amount_fen: Mapped[int | None] = mapped_column(BigInteger)
    is_whole: Mapped[bool]
    proof: Mapped[str] = mapped_column(String(500))
    scan_sha256: Mapped[str | None] = mapped_column(String(64))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class WithdrawnFulfillment(CountyOwned, Model):
    """撤回履行登记: which one counts no more, why, by whom; each once."""

    __tablename__ = "withdrawn_fulfillments"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "fulfillment_id"], ["fulfillments.county_id", "fulfillments.id"]
        ),
        CheckConstraint("length(because) > 0", name="withdrawal_has_reason"),
    )

    fulfillment_id: Mapped[UUID] = mapped_column(primary_key=True)
    on: Mapped[date]
    because: Mapped[str] = mapped_column(String(300))
    withdrawn_by: Mapped[UUID]
    withdrawn_at: Mapped[datetime]


STANDS = ~exists().where(
    WithdrawnFulfillment.county_id == Fulfillment.county_id,
    WithdrawnFulfillment.fulfillment_id == Fulfillment.id,
)


class Urging(CountyOwned, Model):
    """催促履行 (人民调解法 31 条; 75号令 38 条): when, how, what the debtor said."""

    __tablename__ = "urgings"
    __table_args__ = (
        ForeignKeyConstraint(*OF_OBLIGATION),
        Index(None, "county_id", "obligation_id", "on"),
        one_of("way", UrgingWay),
        one_of("outcome", UrgingOutcome),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    obligation_id: Mapped[UUID]
    on: Mapped[date]
    way: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[str] = mapped_column(String(20))
    said: Mapped[str] = mapped_column(String(500))
    promised_on: Mapped[date | None]
    remedies_told: Mapped[bool]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class JudicialConfirmation(CountyOwned, Model):
    """司法确认 (人民调解法 33 条): a joint application inside its last day, and the result."""

    __tablename__ = "judicial_confirmations"
    __table_args__ = (
        ForeignKeyConstraint(*OF_AGREEMENT),
        Unique("county_id", "agreement_id", "applied_on"),
        one_of("result", ConfirmationResult),
        CheckConstraint("applied_on <= last_day", name="inside_the_last_day"),
        CheckConstraint("(result = 'pending') = (result_on IS NULL)", name="result_has_date"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agreement_id: Mapped[UUID]
    applied_on: Mapped[date]
    last_day: Mapped[date]
    court: Mapped[str] = mapped_column(String(60))
    result: Mapped[str] = mapped_column(String(10))
    result_on: Mapped[date | None]
    court_number: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(String(500))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class ConfirmationApplicant(CountyOwned, Model):
    """A party who joined in the application; all must (人民调解法 33 条: 共同)."""

    __tablename__ = "confirmation_applicants"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "confirmation_id"],
            ["judicial_confirmations.county_id", "judicial_confirmations.id"],
        ),
        ForeignKeyConstraint(*OF_PARTY),
    )

    confirmation_id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID] = mapped_column(primary_key=True)
