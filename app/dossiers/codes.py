"""The short code beside a paper's QR code: ten characters that a telephone can carry.

Thirty-one signs that no eye confuses (no 0 O 1 I L); the last is a check: every wrong or swapped
sign is noticed, since 31 is a prime.
"""

import secrets
import unicodedata

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10
GROUPS = ((0, 4), (4, 8), (8, 10))


def new_code() -> str:
    """Make a code nobody can guess (about 45 bits) with its check sign."""
    body = "".join(secrets.choice(SIGNS) for _ in range(LENGTH - 1))
    return body + _check(body)


def read_code(typed: str) -> str | None:
    """Read a code as people type it, with dashes, blanks or small letters; None if it is wrong."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    plain = "".join(c for c in folded if c.isalnum())
    if len(plain) != LENGTH or any(c not in SIGNS for c in plain):
        return None
    return plain if plain[-1] == _check(plain[:-1]) else None


def shown(code: str) -> str:
    """Write a code in groups: 7QK4-XN2P-9D."""
    return "-".join(code[start:end] for start, end in GROUPS)


def _check(body: str) -> str:
    total = sum(weight * SIGNS.index(sign) for weight, sign in enumerate(body, 1))
    return SIGNS[total % len(SIGNS)]
