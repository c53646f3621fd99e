"""Store first: an envelope is kept, sealed, before anybody decides what becomes of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.dossiers.model import StoredFile
from app.kernel.crypto import KeyRing
from app.kernel.db import ring_of
from app.sync.enums import ArrivalStatus, CameBy
from app.sync.envelope import FIRST_PROTOCOL, LAST_PROTOCOL, Envelope, canonical
from app.sync.model import Arrival, ArrivalFile


@dataclass(frozen=True)
class Item:
    """One envelope of a call, and when the laptop sent it by its own clock."""

    envelope: Envelope
    sent_at: datetime


@dataclass(frozen=True)
class Sender:
    """In whose name commands come: the county, the author, who brought them, and how."""

    county_id: str
    user_id: UUID
    brought_by: UUID
    came_by: CameBy = CameBy.NETWORK


def refusal(
    session: Session, sender: Sender, envelope: Envelope, *, is_number_taken: bool
) -> dict[str, Any] | None:
    """Say why an envelope cannot be kept yet; it then stays on the laptop."""
    if envelope.actor != sender.user_id:
        return {"status": "wrong_user"}
    if not FIRST_PROTOCOL <= envelope.protocol <= LAST_PROTOCOL:
        return {"status": "upgrade_needed", "protocol": [FIRST_PROTOCOL, LAST_PROTOCOL]}
    if is_number_taken:
        return {"status": "key_reused"}
    lacking = lacking_files(session, sender.county_id, [a.sha256 for a in envelope.attachments])
    return {"status": "need_blobs", "missing": lacking} if lacking else None


def lacking_files(session: Session, county_id: str, hashes: list[str]) -> list[str]:
    """Name the files that are not on the shelf."""
    if not hashes:
        return []
    held = set(
        session.scalars(
            select(StoredFile.sha256).where(
                StoredFile.county_id == county_id, StoredFile.sha256.in_(hashes)
            )
        )
    )
    return [sha for sha in dict.fromkeys(hashes) if sha not in held]


def keep(session: Session, sender: Sender, envelope: Envelope, now: datetime) -> Arrival:
    """Keep an envelope with its files."""
    ring, place = ring_of(session), _place("envelope", sender.county_id, envelope.id)
    row = Arrival(
        county_id=sender.county_id,
        id=envelope.id,
        device_id=envelope.device,
        sequence=envelope.sequence,
        actor_id=envelope.actor,
        case_id=envelope.case_id,
        type=envelope.type,
        protocol=envelope.protocol,
        sha256=envelope.sha256,
        envelope_sealed=ring.seal(canonical(envelope.whole), place),
        status=ArrivalStatus.RECEIVED,
        came_by=sender.came_by,
        brought_by=sender.brought_by,
        attempts=1,
        received_at=now,
    )
    session.add(row)
    if envelope.attachments:
        session.flush()
    for ordinal, file in enumerate(envelope.attachments, 1):
        key = {"county_id": row.county_id, "arrival_id": row.id, "ordinal": ordinal}
        session.add(ArrivalFile(**key, case_id=row.case_id, sha256=file.sha256))
    return row


def envelope_of(row: Arrival, ring: KeyRing) -> Envelope:
    """Read a kept envelope again."""
    place = _place("envelope", row.county_id, row.id)
    return Envelope.read(json.loads(ring.open(row.envelope_sealed, place)))


def seal_result(row: Arrival, result: Mapping[str, Any], ring: KeyRing) -> None:
    """Keep what was answered: it is answered the same for ever."""
    place = _place("result", row.county_id, row.id)
    row.result_sealed = ring.seal(json.dumps(result, ensure_ascii=False), place)


def result_of(row: Arrival, ring: KeyRing) -> dict[str, Any]:
    """Give what was answered."""
    if row.result_sealed is None:
        return {}
    place = _place("result", row.county_id, row.id)
    found: dict[str, Any] = json.loads(ring.open(row.result_sealed, place))
    return found


def _place(column: str, county_id: str, arrival_id: UUID) -> str:
    return f"arrivals|{column}|{county_id}|{arrival_id}"
