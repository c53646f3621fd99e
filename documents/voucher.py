"""What the QR code says: a few facts of an agreement, signed, checked without a network.

``MD:`` + base45(0x01 ‖ 64-byte Ed25519 over ``MDJ1`` ‖ CBOR ‖ canonical CBOR). The hash is of the
terms, not of the PDF, for the code stands inside the PDF. It proves what was issued and not that
a sheet is the original: the checker compares the printed names and amounts with those shown.
"""

import dataclasses
import hashlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from documents import base45
from documents.compose import canonical
from documents.papers import MediationAgreement, Paper

P = TypeVar("P", bound=Paper)
PREFIX, VERSION, DOMAIN, SIGNATURE_LENGTH, LONGEST = "MD:", b"\x01", b"MDJ1", 64, 1_000
NUMBER, DAY, TERMS, PAGES, NAMES, FEN, DUE = range(1, 8)
TERMS_LENGTH, MOST_NAMES = 16, 6
CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read over a telephone
CODE_LENGTH = 10


class BadVoucher(ValueError):
    """Not a code of ours, or not one that the holder of the key signed."""


@dataclass(frozen=True)
class Voucher:
    """The facts behind a code; days as 20260318, 0 for none; names masked; money in fen."""

    number: str
    day: int
    terms: bytes
    pages: int
    names: tuple[str, ...]
    fen: int
    due: int

    @classmethod
    def of(cls, paper: Paper, pages: int) -> "Voucher":
        """Draw the facts from a paper that was laid out once, to learn its pages."""
        owed = paper.obligations if isinstance(paper, MediationAgreement) else ()
        people = paper.parties[:MOST_NAMES] if isinstance(paper, MediationAgreement) else ()
        due = min((line.due_on for line in owed if line.due_on), default=None)
        return cls(
            number=paper.number,
            day=_as_number(paper.dated_on),
            terms=terms_of(paper),
            pages=pages,
            names=tuple(masked(party.name) for party in people),
            fen=sum(int(line.amount * 100) for line in owed if line.amount is not None),
            due=_as_number(due),
        )

    def cbor(self) -> bytes:
        """Write the facts as canonical CBOR."""
        facts = {
            NUMBER: self.number, DAY: self.day, TERMS: self.terms, PAGES: self.pages,
            NAMES: list(self.names), FEN: self.fen, DUE: self.due,
        }  # fmt: skip
        return cbor2.dumps(facts, canonical=True)


def _as_number(day: date | None) -> int:
    return int(f"{day:%Y%m%d}") if day else 0


def terms_of(paper: Paper) -> bytes:
    """Hash a paper's own data, without the code that will stand on it."""
    plain = dataclasses.replace(paper, qr_text="", check_code="")
    return hashlib.sha256(canonical(plain)).digest()[:TERMS_LENGTH]


def masked(name: str) -> str:
    """Hide the middle of a name, as the code shows it to whoever scans it: 王小山 → 王*山."""
    return name[0] + "*" + (name[-1] if len(name) > len("王山") else "")


def coded(paper: P, pages: int, key: Ed25519PrivateKey) -> P:
    """Give the same paper with its code and short code; lay it out again to print them."""
    body = Voucher.of(paper, pages).cbor()
    text = PREFIX + base45.encode(VERSION + key.sign(DOMAIN + body) + body)
    return dataclasses.replace(paper, qr_text=text, check_code=check_code(text))


def check(text: str, key: Ed25519PublicKey) -> Voucher:
    """Tell the facts that were signed; nothing is decoded before the signature was checked."""
    if not text.startswith(PREFIX) or len(text) > LONGEST:
        raise BadVoucher("这不是调解文书的核验码。")
    try:
        raw = base45.decode(text.removeprefix(PREFIX))
    except ValueError as error:
        raise BadVoucher("核验码不完整，请重新扫描。") from error
    start = len(VERSION) + SIGNATURE_LENGTH
    if not raw.startswith(VERSION):
        raise BadVoucher("核验码的版本不认识，请更新程序。")
    try:
        key.verify(raw[len(VERSION) : start], DOMAIN + raw[start:])
    except InvalidSignature as error:
        raise BadVoucher("核验码不是本县签发的，请勿采信。") from error
    facts = cbor2.loads(raw[start:])
    return Voucher(
        facts[NUMBER], facts[DAY], facts[TERMS], facts[PAGES], tuple(facts[NAMES]),
        facts[FEN], facts[DUE],
    )  # fmt: skip


def check_code(text: str) -> str:
    """Make the short code for the telephone: nine characters of the hash and one that checks."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    digits = [number >> 5 * place & 31 for place in range(CODE_LENGTH - 1)]
    code = "".join(CODE_ALPHABET[digit] for digit in (*digits, _check_digit(digits)))
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def is_check_code(code: str) -> bool:
    """Say whether a short code was read right, before it is looked up."""
    plain = code.replace("-", "").upper()
    if len(plain) != CODE_LENGTH or not set(plain) <= set(CODE_ALPHABET):
        return False
    *digits, last = (CODE_ALPHABET.index(character) for character in plain)
    return last == _check_digit(digits)


def _check_digit(digits: list[int]) -> int:
    """Catch one wrong character or two exchanged: odd weights, all different, modulo 32."""
    return sum((2 * place + 1) * digit for place, digit in enumerate(digits)) % len(CODE_ALPHABET)


def make_code_key(path: Path, *, secret: bytes | None = None) -> None:
    """Make the Ed25519 key that signs codes, mode 0600, whole or not at all, never over another."""
    lock = BestAvailableEncryption(secret) if secret else NoEncryption()
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-") as file:  # mode 0600
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
        os.link(file.name, path)


def load_code_key(path: Path, *, secret: bytes | None = None) -> Ed25519PrivateKey:
    """Open the key that signs codes."""
    key = load_pem_private_key(path.read_bytes(), secret)
    if not isinstance(key, Ed25519PrivateKey):
        message = f"{path.name} is no Ed25519 key"
        raise TypeError(message)
    return key


def public_half(key: Ed25519PrivateKey) -> bytes:
    """Give the 32 bytes that a village laptop needs to check codes offline."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
