"""Money as people write it: 12,000元, １２０００, 1.86万元."""

import unicodedata
from decimal import Decimal

WAN = Decimal(10_000)
LONGEST = 30  # digits


def yuan(words: str) -> str:
    """Write a sum as a plain number of yuan; what is no sum stays as it was typed."""
    plain = unicodedata.normalize("NFKC", words).replace(",", "").strip().removesuffix("元").strip()
    if not plain.endswith("万"):
        return plain
    try:
        number = (Decimal(plain.removesuffix("万")) * WAN).normalize()
    except ArithmeticError:
        return plain
    return f"{number:f}" if abs(number.adjusted()) < LONGEST else plain
