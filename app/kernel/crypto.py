"""Personal fields at rest: sealed so that a value cannot be read, moved or changed.

AES-256-GCM with the value's place (table|column|county|row) as associated data; a blind index
(HMAC-SHA256 of the normalized value) finds equal values without opening any. The keys live in a
file outside the repository and the database. Envelope: version byte, key number (2 bytes),
nonce (12 bytes), ciphertext.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ENVELOPE = 1
HEAD = 3
NONCE = 12


class SealBroken(ValueError):
    """The stored value was changed, moved, or sealed under a key that is gone."""


class KeysMissing(RuntimeError):
    """The key file is gone or unreadable: never make new keys over existing data."""


@dataclass(frozen=True)
class KeyRing:
    """All secrets of one installation; `keys` maps a key's number to 32 bytes."""

    keys: dict[int, bytes]
    active: int
    blind_key: bytes
    chain_key: bytes
    database_key: bytes
    cookie_key: bytes

    @classmethod
    def new(cls) -> Self:
        """Make fresh secrets."""
        return cls({1: secrets.token_bytes(32)}, 1, *(secrets.token_bytes(32) for _ in range(4)))

    def seal(self, text: str, place: str) -> bytes:
        """Seal a value for its place, such as `parties|id_number|632521|<uuid>`."""
        return self.seal_bytes(text.encode(), place)

    def seal_bytes(self, content: bytes, place: str) -> bytes:
        """Seal a file for its place, such as `stored_files|content|632521|<sha256>`."""
        nonce = secrets.token_bytes(NONCE)
        cipher = AESGCM(self.keys[self.active]).encrypt(nonce, content, place.encode())
        return bytes([ENVELOPE]) + self.active.to_bytes(2, "big") + nonce + cipher

    def open(self, envelope: bytes, place: str) -> str:
        """Open a sealed value; SealBroken if it isn't what was sealed for this place."""
        return self.open_bytes(envelope, place).decode()

    def open_bytes(self, envelope: bytes, place: str) -> bytes:
        """Open a sealed file; SealBroken if it isn't what was sealed for this place."""
        number = int.from_bytes(envelope[1:HEAD], "big")
        if envelope[:1] != bytes([ENVELOPE]) or number not in self.keys:
            raise SealBroken(place)
        nonce, cipher = envelope[HEAD : HEAD + NONCE], envelope[HEAD + NONCE :]
        try:
            return AESGCM(self.keys[number]).decrypt(nonce, cipher, place.encode())
        except InvalidTag as error:
            raise SealBroken(place) from error

    def blind(self, kind: str, text: str) -> bytes:
        """Make the blind index (16 bytes) of a value of this kind, such as `id` or `phone`."""
        message = f"{kind}|{plain(text)}".encode()
        return hmac.digest(self.blind_key, message, hashlib.sha256)[:16]

    def save(self, path: Path) -> None:
        """Write the keys to a new file only the owner may read; never over an old one."""
        body = {
            "keys": {number: _text(key) for number, key in self.keys.items()},
            "active": self.active,
            "blind": _text(self.blind_key),
            "chain": _text(self.chain_key),
            "database": _text(self.database_key),
            "cookie": _text(self.cookie_key),
        }
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(body, file)
            file.flush()
            os.fsync(file.fileno())

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the keys; KeysMissing if the file is not there."""
        if not path.exists():
            message = f"找不到密钥文件 {path.name}，已有数据无法读取。请从保管处恢复，勿重新生成。"
            raise KeysMissing(message)
        try:
            return cls._of(json.loads(path.read_text(encoding="ascii")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"密钥文件 {path.name} 读不出来，可能损坏了。请从保管处恢复，勿重新生成。"
            raise KeysMissing(message) from error

    @classmethod
    def _of(cls, body: dict[str, Any]) -> Self:
        return cls(
            keys={int(number): _bytes(key) for number, key in body["keys"].items()},
            active=body["active"],
            blind_key=_bytes(body["blind"]),
            chain_key=_bytes(body["chain"]),
            database_key=_bytes(body["database"]),
            cookie_key=_bytes(body["cookie"]),
        )


def plain(text: str) -> str:
    """Reduce an identity number or phone to its bare characters, upper case."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in folded if c.isalnum())


def masked(text: str | None, *, head: int, tail: int) -> str:
    """Show only both ends of a number: 6325**********12."""
    if not text:
        return ""
    hidden = len(text) - head - tail
    return text[:head] + "*" * hidden + text[len(text) - tail :] if hidden > 0 else "*" * len(text)


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
