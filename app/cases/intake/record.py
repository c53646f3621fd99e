"""One dispute as it is told: the contract's intake record, frozen and typed.

Mirrors `contract/intake.schema.json` field by field. Unknown is None, never a guess. A form, a file
of another program and a stored case all give the same record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Self

from app.cases.enums import (
    AcceptedElsewhere,
    AttemptBy,
    AttemptOutcome,
    Casualty,
    Channel,
    DisputeScope,
    DisputeType,
    Gender,
    Language,
    PartyFlag,
    PartyKind,
    ReferralKind,
    RepresentativeKind,
    Side,
    Violence,
)
from app.cases.intake.mapping import build, write


@dataclass(frozen=True, kw_only=True)
class RepresentativeSaid:
    """Who speaks for a party."""

    name: str
    kind: RepresentativeKind
    phone: str | None = None
    id_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class PartySaid:
    """A person or body on one side; `count` is the people of a group."""

    side: Side
    kind: PartyKind
    name: str
    gender: Gender | None = None
    ethnicity: str | None = None
    born_on: date | None = None
    age: int | None = None
    id_number: str | None = None
    credit_code: str | None = None
    legal_representative: str | None = None
    occupation: str | None = None
    phone: str | None = None
    area: str | None = None
    address: str | None = None
    language: Language | None = None
    count: int | None = None
    flags: tuple[PartyFlag, ...] = ()
    representative: RepresentativeSaid | None = None
    consents: bool | None = None


@dataclass(frozen=True, kw_only=True)
class AttemptSaid:
    """One earlier attempt to settle it."""

    by: AttemptBy
    outcome: AttemptOutcome
    on: date | None = None
    sessions: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReferralSaid:
    """The body that sent it, and under which letter."""

    body: str | None = None
    letter_number: str | None = None
    kind: ReferralKind | None = None
    received_material_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SignalsSaid:
    """What was said or seen; None is not known."""

    violence: Violence | None = None
    casualty: Casualty | None = None
    accepted_elsewhere: AcceptedElsewhere | None = None
    weapons: bool | None = None
    gathering: bool | None = None
    detention: bool | None = None
    suicide_threat: bool | None = None
    domestic_violence: bool | None = None
    minor_harmed: bool | None = None
    suspected_crime: bool | None = None
    suspected_sham: bool | None = None
    collective: bool | None = None
    tenure: bool | None = None
    administrative_boundary: bool | None = None
    identity_relation: bool | None = None
    administrative_act: bool | None = None
    debtor_vanished: bool | None = None
    needs_appraisal: bool | None = None
    online_spread: bool | None = None
    religious_site: bool | None = None
    confidential: bool | None = None


@dataclass(frozen=True, kw_only=True)
class IntakeRecord:
    """One dispute; `amount` is yuan."""

    ref: str
    channel: Channel
    received_on: date
    dispute_type: DisputeType
    summary: str
    parties: tuple[PartySaid, ...]
    referral: ReferralSaid | None = None
    occurred_on: date | None = None
    area: str | None = None
    place: str | None = None
    subtype: str | None = None
    claims: tuple[str, ...] = ()
    amount: Decimal | None = None
    people_involved: int | None = None
    scope: DisputeScope | None = None
    prior_attempts: tuple[AttemptSaid, ...] = ()
    signals: SignalsSaid = field(default_factory=SignalsSaid)

    @classmethod
    def from_record(cls, mapping: Mapping[str, Any]) -> Self:
        """Read a mapping that already has the contract's shape (`reading.read` checks it)."""
        return build(cls, mapping)

    def to_record(self) -> dict[str, Any]:
        """Write it as the contract does; what is not known is left out."""
        return write(self)

    @property
    def amount_fen(self) -> int | None:
        """Give the claimed amount in fen."""
        return None if self.amount is None else int(self.amount * 100)
