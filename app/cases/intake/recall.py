"""A stored case said again as the intake record it came from, with what was corrected since."""

from collections import defaultdict
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.intake.mapping import known, plain
from app.cases.intake.record import SignalsSaid
from app.cases.model import Case
from app.cases.particulars import Claim, PriorAttempt, Signals
from app.cases.parties import STANDS, Consent, Party, PartyFlagRow, Representative
from app.cases.sealed import id_number_of, phone_of
from app.kernel.crypto import KeyRing
from app.kernel.db import ring_of

TOLD = (
    *("channel", "received_on", "occurred_on", "place", "dispute_type", "subtype", "summary"),
    *("people_involved", "scope"),
)
OF_PARTY = (
    *("side", "kind", "name", "gender", "ethnicity", "born_on", "age", "credit_code"),
    *("legal_representative", "occupation", "address", "language"),
)


def record_of(session: Session, case: Case) -> dict[str, Any]:
    """Write a case as the contract's intake record; identity numbers and phones are in clear."""
    said = {name: getattr(case, name) for name in TOLD}
    said |= {
        "ref": case.ref,
        "area": case.area_code,
        "amount": None if case.amount_fen is None else _yuan(case.amount_fen),
        "referral": _referral(case),
        "claims": [claim.text for claim in _rows(session, Claim, case)],
        "parties": _parties(session, case),
        "prior_attempts": [_attempt(row) for row in _rows(session, PriorAttempt, case)],
        "signals": _signals(session, case),
    }
    return known({name: plain(value) for name, value in said.items()})


def _parties(session: Session, case: Case) -> list[dict[str, Any]]:
    parties = _rows(session, Party, case)
    ids = [party.id for party in parties]
    flags = defaultdict(list)
    for flag in session.scalars(_of_parties(PartyFlagRow, case, ids)):
        flags[flag.party_id].append(flag.flag)
    speakers = {
        row.party_id: row for row in session.scalars(_of_parties(Representative, case, ids))
    }
    of_case = Consent.county_id == case.county_id, Consent.case_id == case.id
    ordered = (
        select(Consent)
        .where(*of_case, STANDS)
        .order_by(Consent.on, Consent.recorded_at, Consent.id)
    )
    consents = {row.party_id: row.agrees for row in session.scalars(ordered)}
    ring = ring_of(session)
    return [
        _party(party, ring)
        | known(
            {
                "flags": sorted(flags[party.id]),
                "representative": _representative(speakers.get(party.id), ring),
                "consents": consents.get(party.id),
            }
        )
        for party in parties
    ]


def _party(party: Party, ring: KeyRing) -> dict[str, Any]:
    said = {name: plain(getattr(party, name)) for name in OF_PARTY}
    numbers = {"id_number": id_number_of(party, ring), "phone": phone_of(party, ring)}
    return known(said | numbers | {"area": party.area_code, "count": party.head_count})


def _representative(row: Representative | None, ring: KeyRing) -> dict[str, Any] | None:
    if row is None:
        return None
    numbers = {"id_number": id_number_of(row, ring), "phone": phone_of(row, ring)}
    return known({"name": row.name, "kind": row.kind} | numbers)


def _referral(case: Case) -> dict[str, Any]:
    said = {
        "body": case.referral_body,
        "letter_number": case.referral_letter,
        "kind": case.referral_kind,
        "received_material_on": plain(case.material_received_on),
    }
    return known(said)


def _attempt(row: PriorAttempt) -> dict[str, Any]:
    said = {"by": row.by, "outcome": row.outcome, "on": plain(row.on), "sessions": row.sessions}
    return known(said)


def _signals(session: Session, case: Case) -> dict[str, Any]:
    row = session.get(Signals, (case.county_id, case.id))
    names = SignalsSaid.__dataclass_fields__
    return known({name: getattr(row, name, None) for name in names})


def _rows(session: Session, model: Any, case: Case) -> list[Any]:  # noqa: ANN401 (a row class)
    query = select(model).where(model.county_id == case.county_id, model.case_id == case.id)
    return list(session.scalars(query.order_by(model.ordinal)))


def _of_parties(model: Any, case: Case, ids: list[UUID]) -> Any:  # noqa: ANN401 (a row class)
    return select(model).where(model.county_id == case.county_id, model.party_id.in_(ids))


def _yuan(fen: int) -> Decimal:
    return Decimal(fen) / 100
