"""States as records with who and when: acceptance, decision, override, assignment, closure."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import Admissible, Organ, Outcome
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of


class Acceptance(CountyOwned, Model):
    """受理 or 不予受理 (75号令 22–24 条); a refusal names the organ to go to."""

    __tablename__ = "acceptances"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        one_of("refer_to", Organ),
        CheckConstraint("is_accepted OR reason IS NOT NULL", name="decline_has_reason"),
        CheckConstraint("is_accepted OR refer_to IS NOT NULL", name="decline_names_organ"),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    is_accepted: Mapped[bool]
    on: Mapped[date]
    reason: Mapped[str | None] = mapped_column(String(1000))
    refer_to: Mapped[str | None] = mapped_column(String(30))
    decided_by: Mapped[UUID]
    decided_at: Mapped[datetime]


class RoutingDecision(CountyOwned, Model):
    """分流: what the rulebooks said on one day, with the facts they saw; never changed.

    `facts` is the snapshot the decision can be repeated from; `answer` is the contract's document.
    """

    __tablename__ = "routing_decisions"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id", "decided_at"),
        one_of("admissible", Admissible),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    on: Mapped[date]
    decided_at: Mapped[datetime]
    decided_by: Mapped[UUID]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    facts_sha256: Mapped[str] = mapped_column(String(64))
    admissible: Mapped[str] = mapped_column(String(5))
    engine_agrees: Mapped[bool]
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)


class RoutingOverride(CountyOwned, Model):
    """A person sent the case elsewhere than the rules said, and why."""

    __tablename__ = "routing_overrides"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "decision_id"], ["routing_decisions.county_id", "routing_decisions.id"]
        ),
        Index(None, "county_id", "decision_id"),
        CheckConstraint("length(reason) > 0", name="override_has_reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    decision_id: Mapped[UUID]
    case_id: Mapped[UUID]
    desk_level: Mapped[str] = mapped_column(String(20))
    desk_committee: Mapped[str] = mapped_column(String(20))
    committee_id: Mapped[UUID | None]
    reason: Mapped[str] = mapped_column(String(1000))
    overridden_by: Mapped[UUID]
    overridden_at: Mapped[datetime]


class CaseMediator(CountyOwned, Model):
    """A mediator on the case (人民调解法 19 条: appointed, or chosen by the parties)."""

    __tablename__ = "case_mediators"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
        Index(None, "county_id", "mediator_id", "until_on"),
        Index(None, "county_id", "case_id", "until_on"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    mediator_id: Mapped[UUID]
    is_chair: Mapped[bool] = mapped_column(default=False)
    is_chosen_by_parties: Mapped[bool] = mapped_column(default=False)
    since_on: Mapped[date]
    until_on: Mapped[date | None]
    until_reason: Mapped[str | None] = mapped_column(String(300))


class Closure(CountyOwned, Model):
    """结案 (人民调解法 26, 27 条): without an agreement, the other remedies were told."""

    __tablename__ = "closures"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        one_of("outcome", Outcome),
        CheckConstraint(
            "outcome NOT IN ('unsettled', 'terminated') OR remedies_told_on IS NOT NULL",
            name="remedies_told",
        ),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    reason: Mapped[str | None] = mapped_column(Text)
    remedies_told_on: Mapped[date | None]
    closed_by: Mapped[UUID]
    closed_at: Mapped[datetime]


class NumberSeries(CountyOwned, Model):
    """The last number given in a series; numbers are never reused (PAPERS 5)."""

    __tablename__ = "number_series"

    series: Mapped[str] = mapped_column(String(60), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
