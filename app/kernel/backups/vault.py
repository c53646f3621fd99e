"""A file sealed as a whole: whoever finds the disk reads nothing, and a changed byte is noticed.

AES-256-GCM in pieces of one mebibyte under a key of its own (HKDF of the installation's keys). Each
piece's nonce counts and the last one is marked, so pieces cannot be dropped, swapped or cut off.
Layout: magic, salt (16 bytes), then pieces of length (4 bytes) and ciphertext.
"""

import io
import secrets
from collections.abc import Iterator
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.kernel.crypto import KeyRing
from app.kernel.errors import Incomplete

MAGIC = b"SIZHEN BACKUP 1\n"
SALT = 16
PIECE = 1 << 20
TAG = 16
LENGTH = 4


class Sealing(io.RawIOBase):
    """Seals what is written into a file; close it, or the copy counts as cut off."""

    def __init__(self, file: IO[bytes], ring: KeyRing) -> None:
        super().__init__()
        salt = secrets.token_bytes(SALT)
        self._file, self._key = file, _key(ring, salt)
        self._waiting, self._number = bytearray(), 0
        file.write(MAGIC + salt)

    def writable(self) -> bool:
        """Say that this takes bytes."""
        return True

    def write(self, data: object) -> int:
        """Take bytes; whole pieces go to the file."""
        view = memoryview(data)  # type: ignore[arg-type]  # (any buffer, as io says)
        self._waiting += view
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), is_last=False)
            del self._waiting[:PIECE]
        return view.nbytes

    def close(self) -> None:
        """Seal the last piece."""
        if not self.closed:
            self._put(bytes(self._waiting), is_last=True)
            super().close()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        sealed = self._key.encrypt(_nonce(self._number, is_last=is_last), piece, MAGIC)
        self._file.write(len(sealed).to_bytes(LENGTH, "big") + sealed)
        self._number += 1


def opened(file: IO[bytes], ring: KeyRing) -> Iterator[bytes]:
    """Yield the pieces of a sealed file; Incomplete if it is not whole, or other keys made it."""
    if file.read(len(MAGIC)) != MAGIC:
        raise Incomplete("这不是四诊的备份文件。请核对文件名。")
    key = _key(ring, file.read(SALT))
    number, length = 0, file.read(LENGTH)
    while length:
        sealed = file.read(min(int.from_bytes(length, "big"), PIECE + TAG))
        length = file.read(LENGTH)
        try:
            yield key.decrypt(_nonce(number, is_last=not length), sealed, MAGIC)
        except InvalidTag as error:
            raise Incomplete(
                "备份打不开：文件不完整或被改动过，或者它是用另一份密钥做的。请换一份备份。"
            ) from error
        number += 1
    if number == 0:
        raise Incomplete("备份文件只有开头，没有内容。请换一份备份。")


class Flow(io.RawIOBase):
    """Reads pieces as one stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces, self._waiting = pieces, b""

    def readable(self) -> bool:
        """Say that this gives bytes."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any writable buffer)
        """Give the next bytes; none at the end."""
        while not self._waiting:
            following = next(self._pieces, None)
            if following is None:
                return 0
            self._waiting = following
        given = self._waiting[: len(buffer)]
        self._waiting = self._waiting[len(given) :]
        buffer[: len(given)] = given
        return len(given)


def _key(ring: KeyRing, salt: bytes) -> AESGCM:
    derived = HKDF(hashes.SHA256(), 32, salt, b"sizhen backup").derive(ring.database_key)
    return AESGCM(derived)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
