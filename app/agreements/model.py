"""Rows of an agreement: itself, its drafts, clauses, obligations and signatures."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.agreements.enums import AgreementForm, AgreementKind, SignatureMethod, SignerRole
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of

OF_AGREEMENT = (["county_id", "agreement_id"], ["agreements.county_id", "agreements.id"])


class Agreement(CountyOwned, Model):
    """One agreement of a case; its number is the 卷号, or 卷号-n from the second on (PAPERS 5).

    `revision` is the newest draft and, once concluded, the text that is signed. `effective_on`
    follows from signatures and seal (人民调解法 29, 30 条) and is never typed.
    """

    __tablename__ = "agreements"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(["county_id", "parent_id"], ["agreements.county_id", "agreements.id"]),
        Unique("county_id", "case_id", "ordinal"),
        Unique("county_id", "number"),
        one_of("form", AgreementForm),
        one_of("kind", AgreementKind),
        CheckConstraint(
            "effective_on IS NULL OR concluded_on IS NOT NULL", name="concluded_before_effective"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    ordinal: Mapped[int]
    number: Mapped[str] = mapped_column(String(80))
    form: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(10))
    parent_id: Mapped[UUID | None]
    revision: Mapped[int]
    concluded_on: Mapped[date | None]
    recorder: Mapped[str | None] = mapped_column(String(60))
    effective_on: Mapped[date | None]
    drafted_by: Mapped[UUID]
    drafted_at: Mapped[datetime]


class AgreementRevision(CountyOwned, Model):
    """One saved text; a change is a new revision, the old one stays (no word is lost)."""

    __tablename__ = "agreement_revisions"
    __table_args__ = (ForeignKeyConstraint(*OF_AGREEMENT),)

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    facts: Mapped[str] = mapped_column(Text)
    responsibilities: Mapped[str] = mapped_column(Text)
    has_court_copy: Mapped[bool]
    interpreter: Mapped[str | None] = mapped_column(String(60))
    saved_by: Mapped[UUID]
    saved_at: Mapped[datetime]


class AgreementClause(CountyOwned, Model):
    """One numbered clause of a revision."""

    __tablename__ = "agreement_clauses"
    __table_args__ = (ForeignKeyConstraint(*OF_AGREEMENT),)

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)


class Obligation(CountyOwned, Model):
    """Who owes whom what, how, where, by when; money or not (人民调解法 29 条; 75号令 35 条).

    `fulfilled_on` is the day it was done whole, reported in the fulfillments.
    """

    __tablename__ = "obligations"
    __table_args__ = (
        ForeignKeyConstraint(*OF_AGREEMENT),
        Unique("county_id", "agreement_id", "revision", "ordinal"),
        CheckConstraint("amount_fen IS NULL OR amount_fen > 0", name="amount_is_something"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agreement_id: Mapped[UUID]
    revision: Mapped[int]
    ordinal: Mapped[int]
    debtor: Mapped[str] = mapped_column(String(100))
    creditor: Mapped[str] = mapped_column(String(100))
    what: Mapped[str] = mapped_column(String(500))
    amount_fen: Mapped[int | None] = mapped_column(BigInteger)
    manner: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(200))
    due_on: Mapped[date | None]
    default_consequence: Mapped[str] = mapped_column(String(300))
    fulfilled_on: Mapped[date | None]


class AgreementSignature(CountyOwned, Model):
    """One hand or seal put to the agreement; a correction is a newer row, the newest counts.

    `party_id` says for whom a party, representative or guardian signed.
    """

    __tablename__ = "agreement_signatures"
    __table_args__ = (
        ForeignKeyConstraint(*OF_AGREEMENT),
        Unique("county_id", "agreement_id", "ordinal"),
        one_of("role", SignerRole),
        one_of("method", SignatureMethod),
        CheckConstraint("role <> 'seal' OR method = 'stamp'", name="a_seal_is_a_stamp"),
        CheckConstraint(
            "role NOT IN ('party', 'representative', 'guardian') OR party_id IS NOT NULL",
            name="signs_for_a_party",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agreement_id: Mapped[UUID]
    ordinal: Mapped[int]
    role: Mapped[str] = mapped_column(String(20))
    party_id: Mapped[UUID | None]
    signer: Mapped[str] = mapped_column(String(100))
    method: Mapped[str] = mapped_column(String(30))
    signed_on: Mapped[date]
    witness: Mapped[str | None] = mapped_column(String(60))
    written_by: Mapped[str | None] = mapped_column(String(60))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
