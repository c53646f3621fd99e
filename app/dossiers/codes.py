"""The short code beside a paper's QR code: read kindly, as people type it or a scanner reads it."""

import unicodedata

from documents.voucher import PREFIX, check_code, is_check_code

GROUPS = ((0, 4), (4, 8), (8, 10))
LOOK_ALIKE = str.maketrans("OIL", "011")
LONGEST = 1000


def read_code(typed: str) -> str | None:
    """Read a code with dashes, blanks, small letters, or a whole QR text; None if it is wrong."""
    words = unicodedata.normalize("NFKC", typed).strip()
    if words.startswith(PREFIX) and len(words) <= LONGEST:
        return _plain(check_code(words))
    plain = _plain(words)
    return plain if is_check_code(plain) else None


def shown(code: str) -> str:
    """Write a code in groups: 7QK4-XN2P-9D."""
    return "-".join(code[start:end] for start, end in GROUPS)


def _plain(words: str) -> str:
    return "".join(c for c in words.upper().translate(LOOK_ALIKE) if c.isalnum())
