"""The sealed file on a stick (docs/offline.md): opened with the county's key, believed by its marks.

Anybody can seal a file to the centre; only the author's own laptop has the key of its marks, so a
command that carries none stays out and nothing is said in somebody's name.
"""

import binascii
import hashlib
import hmac
import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256

from app.kernel.crypto import KeyRing
from app.kernel.errors import Incomplete
from app.sync.envelope import HEX, Envelope
from app.sync.keys import seal_key

FORMAT = "sizhen-sealed/1"
MOST = 5000
PADDING = OAEP(mgf=MGF1(SHA256()), algorithm=SHA256(), label=None)
NOT_OURS = "这个文件打不开：不是本县中心的封存文件，或者拷贝时坏了。请在那台电脑上重新封存一次。"


@dataclass(frozen=True)
class Stick:
    """What a sealed file holds: commands with their marks in the order written, files by hash."""

    device: UUID
    marked: tuple[tuple[Envelope, str], ...]
    blobs: Mapping[str, bytes]


def opened(key: RSAPrivateKey, said: Mapping[str, Any]) -> Stick:
    """Open a sealed file; Incomplete where it is not ours or was changed."""
    if said.get("format") != FORMAT:
        raise Incomplete(NOT_OURS, field="file")
    try:
        secret = AESGCM(key.decrypt(_bytes(said["key"]), PADDING))
        content = json.loads(secret.decrypt(_bytes(said["iv"]), _bytes(said["ct"]), None))
        return _read(content)
    except (InvalidTag, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise Incomplete(NOT_OURS, field="file") from error


def is_marked(ring: KeyRing, county_id: str, envelope: Envelope, mark: str) -> bool:
    """Say whether an envelope was sealed on its author's own laptop."""
    key = seal_key(ring, county_id, envelope.actor, envelope.device)
    wanted = hmac.digest(key, envelope.sha256.encode(), hashlib.sha256).hex()
    return hmac.compare_digest(wanted.encode(), mark.encode())


def _read(content: Mapping[str, Any]) -> Stick:
    commands = content["commands"]
    if not isinstance(commands, list) or len(commands) > MOST:
        raise ValueError
    device = UUID(content["device"])
    marked = tuple((Envelope.read(one["envelope"]), str(one["mac"])) for one in commands)
    if any(envelope.device != device for envelope, _ in marked):
        raise ValueError
    blobs = {sha: _bytes(text) for sha, text in content["blobs"].items() if HEX.fullmatch(sha)}
    return Stick(device, tuple(sorted(marked, key=lambda one: one[0].sequence)), blobs)


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError from error
