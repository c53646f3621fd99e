"""Rows of a case's way: offers to other committees, what parties said, referrals, partners."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import ConsentForm, Organ
from app.cases.handover_commands import HandoverKind, HandoverReason, HandoverState, PartnerRole
from app.cases.parties import OF_CASE, OF_PARTY
from app.kernel.columns import CountyOwned, Model, one_of

OPEN_OFFER = text("state = 'offered'")


class Handover(CountyOwned, Model):
    """转办 or 提级: an offer from one committee to another, and the answer; one open at a time."""

    __tablename__ = "handovers"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(
            ["county_id", "from_committee_id"], ["committees.county_id", "committees.id"]
        ),
        ForeignKeyConstraint(
            ["county_id", "to_committee_id"], ["committees.county_id", "committees.id"]
        ),
        Index(None, "county_id", "case_id"),
        Index(None, "county_id", "to_committee_id", "state"),
        Index(
            "uq_handovers_open_offer",
            "county_id",
            "case_id",
            unique=True,
            sqlite_where=OPEN_OFFER,
            postgresql_where=OPEN_OFFER,
        ),
        one_of("kind", HandoverKind),
        one_of("state", HandoverState),
        one_of("reason", HandoverReason),
        CheckConstraint("from_committee_id <> to_committee_id", name="goes_elsewhere"),
        CheckConstraint("(state = 'offered') = (answered_on IS NULL)", name="answer_has_date"),
        CheckConstraint("state <> 'declined' OR answer IS NOT NULL", name="declined_says_why"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20), default=HandoverState.OFFERED)
    from_committee_id: Mapped[UUID]
    to_committee_id: Mapped[UUID]
    reason: Mapped[str] = mapped_column(String(30))
    because: Mapped[str] = mapped_column(String(1000))
    offered_on: Mapped[date]
    offered_by: Mapped[UUID]
    offered_at: Mapped[datetime]
    answered_on: Mapped[date | None]
    answered_by: Mapped[UUID | None]
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(1000))


class HandoverConsent(CountyOwned, Model):
    """What a party said to another committee taking the case; the last word counts."""

    __tablename__ = "handover_consents"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(*OF_PARTY),
        Index(None, "county_id", "case_id"),
        one_of("form", ConsentForm),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    party_id: Mapped[UUID]
    committee_id: Mapped[UUID]
    agrees: Mapped[bool]
    form: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]


class Referral(CountyOwned, Model):
    """移送: what was given to an outside organ, and what it answered."""

    __tablename__ = "referrals"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id"),
        one_of("organ", Organ),
        CheckConstraint("(answer IS NULL) = (answered_on IS NULL)", name="answer_has_date"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    organ: Mapped[str] = mapped_column(String(30))
    recipient: Mapped[str | None] = mapped_column(Text)
    letter: Mapped[str | None] = mapped_column(Text)
    because: Mapped[str] = mapped_column(Text)
    on: Mapped[date]
    referred_by: Mapped[UUID]
    referred_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(Text)
    answered_on: Mapped[date | None]


class CasePartner(CountyOwned, Model):
    """联合调解: the committee of a neighboring county beside ours, and who hosts."""

    __tablename__ = "case_partners"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id"),
        one_of("role", PartnerRole),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(100))
    county: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(10))
    contact: Mapped[str | None] = mapped_column(String(100))
    on: Mapped[date]
    joined_by: Mapped[UUID]
    joined_at: Mapped[datetime]

    @property
    def full_name(self) -> str:
        """Name it with its county, once."""
        return self.name if self.county in self.name else f"{self.county}{self.name}"
