"""A case for another program: where it stands, in the contract's words, its people masked."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.acceptance import acceptance_of
from app.cases.consent import parties_of
from app.cases.enums import PartyKind
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.sealed import masked_id_number, masked_phone
from app.deadlines.model import Deadline
from app.kernel.crypto import KeyRing, masked
from app.kernel.db import ring_of
from app.people.bodies import Committee

TOLD = (
    *("number", "file_number", "ref", "stage", "risk", "dispute_type", "received_on"),
    *("accepted_on", "outcome", "closed_on"),
)


def outline(session: Session, case: Case) -> dict[str, Any]:
    """Tell a case without a name, number or word of anybody's."""
    decided = acceptance_of(session, case)
    committee = session.get(Committee, (case.county_id, case.committee_id or case.id))
    declined = decided is not None and not decided.is_accepted
    return {
        **{name: _plain(getattr(case, name)) for name in TOLD},
        "desk": {"level": case.desk_level, "committee": case.desk_committee},
        "committee": committee.name if committee else None,
        "declined": {"reason": decided.reason, "refer_to": decided.refer_to}
        if decided and declined
        else None,
        "parties": [_party(party, ring_of(session)) for party in parties_of(session, case)],
        "deadlines": _deadlines(session, case),
    }


def _party(party: Party, ring: KeyRing) -> dict[str, Any]:
    is_person = party.kind in {PartyKind.PERSON, PartyKind.GROUP}
    return {
        "side": party.side,
        "kind": party.kind,
        "name": masked(party.name, head=1, tail=0) if is_person else party.name,
        "id_number": masked_id_number(party, ring) or None,
        "phone": masked_phone(party, ring) or None,
    }


def _deadlines(session: Session, case: Case) -> list[dict[str, Any]]:
    query = select(Deadline).where(
        Deadline.county_id == case.county_id, Deadline.case_id == case.id
    )
    rows = session.scalars(query.order_by(Deadline.due_on, Deadline.code))
    return [
        {"code": row.code, "name": row.name, "due_on": _plain(row.due_on), "state": row.state}
        for row in rows
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401 (a column's value)
    return value.isoformat() if hasattr(value, "isoformat") else value
