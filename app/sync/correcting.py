"""A party corrected in the village, field by field: only a field that changed meanwhile contradicts."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.cases.consent import find_party
from app.cases.intake.corrections import COLUMNS, flags_of
from app.cases.intake.record import PartySaid
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.sealed import id_number_of, phone_of
from app.kernel.crypto import KeyRing
from app.sync.payload import read_field
from app.sync.types import Change

SEALED = frozenset({"phone", "id_number"})
SHOWN = 4  # last digits of a sealed number, as the bundle shows them


def said_of(session: Session, case: Case, party_id: UUID, ring: KeyRing) -> dict[str, Any]:
    """Say a party's details as they stand, by the names of a form."""
    party: Party = find_party(session, case, party_id)
    now = {name: getattr(party, column) for name, column in COLUMNS.items()}
    now["id_number"], now["phone"] = id_number_of(party, ring), phone_of(party, ring)
    now["flags"] = flags_of(session, party)
    return now


def contradictions(now: dict[str, Any], changes: Iterable[Change]) -> dict[str, str]:
    """Name the fields that no longer stand as the village saw them, with what the centre has."""
    stands = {one.field: shown(one.field, now.get(one.field)) for one in changes}
    return {
        one.field: stands[one.field]
        for one in changes
        if stands[one.field] not in {one.was or "", one.now or ""}
    }


def corrected(now: dict[str, Any], changes: Iterable[Change]) -> PartySaid:
    """Put the changes over what stands."""
    fresh = {one.field: read_field(PartySaid, one.field, one.now or "") for one in changes}
    return PartySaid(**(now | {name: value or None for name, value in fresh.items()}))


def shown(field: str, value: Any) -> str:  # noqa: ANN401 (any field)
    """Show a value as a bundle does: of sealed numbers only the end."""
    if value is None:
        return ""
    return f"…{str(value)[-SHOWN:]}" if field in SEALED else str(value)
