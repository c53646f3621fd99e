"""Keys of the village desk: the county's pair for sticks, each author's own for speaking in their name."""

import hashlib
import hmac
from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)
from sqlalchemy.orm import Session

from app.kernel.crypto import KeyRing
from app.kernel.db import Database, ring_of
from app.sync.model import SyncKey

EXPONENT, BITS = 65537, 3072


def export_key(database: Database, county_id: str, now: datetime) -> bytes:
    """Give the public key for sealed files (DER SubjectPublicKeyInfo); made at the first asking."""
    with database.read() as session:
        row = session.get(SyncKey, county_id)
        if row is not None:
            return row.public
    fresh = generate_private_key(EXPONENT, BITS)
    with database.write() as session:
        row = session.get(SyncKey, county_id) or _keep(session, county_id, fresh, now)
        return row.public


def import_key(session: Session, county_id: str) -> RSAPrivateKey | None:
    """Open the county's private key; None where no laptop ever asked for its public half."""
    row = session.get(SyncKey, county_id)
    if row is None:
        return None
    der = ring_of(session).open_bytes(row.private_sealed, _place(county_id))
    found = load_der_private_key(der, None)
    return found if isinstance(found, RSAPrivateKey) else None


def seal_key(ring: KeyRing, county_id: str, user_id: UUID, device_id: UUID) -> bytes:
    """Derive the key (32 bytes) with which a person's envelopes are sealed on one laptop."""
    said = f"offline-seal|{county_id}|{user_id}|{device_id}".encode()
    return hmac.digest(ring.cookie_key, said, hashlib.sha256)


def _keep(session: Session, county_id: str, key: RSAPrivateKey, now: datetime) -> SyncKey:
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    sealed = ring_of(session).seal_bytes(der, _place(county_id))
    row = SyncKey(county_id=county_id, private_sealed=sealed, public=public, made_at=now)
    session.add(row)
    session.flush()
    return row


def _place(county_id: str) -> str:
    return f"sync_keys|private|{county_id}"
