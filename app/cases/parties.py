"""当事人 and what belongs to them: representatives, flags, consent."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import ConsentForm, PartyFlag, PartyKind, RepresentativeKind, Side
from app.kernel.columns import CountyOwned, Model, one_of

OF_CASE = (["county_id", "case_id"], ["cases.county_id", "cases.id"])
OF_PARTY = (["county_id", "party_id"], ["parties.county_id", "parties.id"])


class Party(CountyOwned, Model):
    """A person, group, organization, village or public body on one side of a dispute.

    `id_number` and `phone` are sealed; their blind indexes find the same person again.
    """

    __tablename__ = "parties"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        UniqueConstraint("county_id", "case_id", "ordinal"),
        Index(None, "county_id", "id_number_blind"),
        Index(None, "county_id", "phone_blind"),
        Index(None, "county_id", "name"),
        one_of("side", Side),
        one_of("kind", PartyKind),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    ordinal: Mapped[int]
    side: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(100))
    gender: Mapped[str | None] = mapped_column(String(10))
    ethnicity: Mapped[str | None] = mapped_column(String(20))
    born_on: Mapped[date | None]
    age: Mapped[int | None]
    id_number_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    id_number_blind: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    credit_code: Mapped[str | None] = mapped_column(String(18))
    legal_representative: Mapped[str | None] = mapped_column(String(100))
    occupation: Mapped[str | None] = mapped_column(String(100))
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_blind: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    area_code: Mapped[str | None] = mapped_column(String(12))
    address: Mapped[str | None] = mapped_column(String(300))
    language: Mapped[str | None] = mapped_column(String(10))
    head_count: Mapped[int | None]
    rights_told_on: Mapped[date | None]


class PartyFlagRow(CountyOwned, Model):
    """One flag of a party, such as minor or disabled."""

    __tablename__ = "party_flags"
    __table_args__ = (ForeignKeyConstraint(*OF_PARTY), one_of("flag", PartyFlag))

    party_id: Mapped[UUID] = mapped_column(primary_key=True)
    flag: Mapped[str] = mapped_column(String(20), primary_key=True)


class Representative(CountyOwned, Model):
    """代理人、监护人 or elected representative of a party."""

    __tablename__ = "representatives"
    __table_args__ = (
        ForeignKeyConstraint(*OF_PARTY),
        Index(None, "county_id", "party_id"),
        one_of("kind", RepresentativeKind),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    party_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(20))
    relation: Mapped[str | None] = mapped_column(String(40))
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    id_number_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class Consent(CountyOwned, Model):
    """What a party said to mediation, when and how (人民调解法 17 条); the last one counts.

    One that was recorded by mistake stays in the books, with who said so, when and why; it no
    longer counts (`STANDS`).
    """

    __tablename__ = "consents"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(*OF_PARTY),
        Index(None, "county_id", "case_id"),
        one_of("form", ConsentForm),
        CheckConstraint("agrees OR reason IS NOT NULL OR form IS NOT NULL", name="refusal_said"),
        CheckConstraint(
            "(mistaken_at IS NULL) = (mistaken_by IS NULL) "
            "AND (mistaken_at IS NULL) = (mistaken_because IS NULL)",
            name="mistake_said_whole",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    party_id: Mapped[UUID]
    agrees: Mapped[bool]
    form: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    reason: Mapped[str | None] = mapped_column(String(300))
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
    mistaken_because: Mapped[str | None] = mapped_column(String(300))
    mistaken_by: Mapped[UUID | None]
    mistaken_at: Mapped[datetime | None]


STANDS = Consent.mistaken_at.is_(None)
