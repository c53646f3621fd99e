"""What was said of a dispute at intake: claims, earlier attempts, signals."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.enums import AcceptedElsewhere, AttemptBy, AttemptOutcome, Casualty, Violence
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of


class Claim(CountyOwned, Model):
    """One thing that is asked for."""

    __tablename__ = "claims"
    __table_args__ = (ForeignKeyConstraint(*OF_CASE),)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(String(2000))


class PriorAttempt(CountyOwned, Model):
    """One earlier attempt to settle it, here or elsewhere."""

    __tablename__ = "prior_attempts"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        one_of("by", AttemptBy),
        one_of("outcome", AttemptOutcome),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    by: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[str] = mapped_column(String(30))
    on: Mapped[date | None]
    sessions: Mapped[int | None]


class Signals(CountyOwned, Model):
    """What was said or seen; null means not known, never a guess."""

    __tablename__ = "signals"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        one_of("violence", Violence),
        one_of("casualty", Casualty),
        one_of("accepted_elsewhere", AcceptedElsewhere),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    violence: Mapped[str | None] = mapped_column(String(20))
    casualty: Mapped[str | None] = mapped_column(String(20))
    accepted_elsewhere: Mapped[str | None] = mapped_column(String(20))
    weapons: Mapped[bool | None]
    gathering: Mapped[bool | None]
    detention: Mapped[bool | None]
    suicide_threat: Mapped[bool | None]
    domestic_violence: Mapped[bool | None]
    minor_harmed: Mapped[bool | None]
    suspected_crime: Mapped[bool | None]
    suspected_sham: Mapped[bool | None]
    collective: Mapped[bool | None]
    tenure: Mapped[bool | None]
    administrative_boundary: Mapped[bool | None]
    identity_relation: Mapped[bool | None]
    administrative_act: Mapped[bool | None]
    debtor_vanished: Mapped[bool | None]
    needs_appraisal: Mapped[bool | None]
    online_spread: Mapped[bool | None]
    religious_site: Mapped[bool | None]
    confidential: Mapped[bool | None]
