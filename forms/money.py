"""Money as people write it: 12,000元, １２０００, 1.86万元."""

import unicodedata
from decimal import Decimal, InvalidOperation

WAN = Decimal(10_000)


def yuan(words: str) -> str:
    """Write a sum as a plain number of yuan; what is no sum stays as it was typed."""
    plain = unicodedata.normalize("NFKC", words).replace(",", "").strip().removesuffix("元").strip()
    if not plain.endswith("万"):
        return plain
    try:
        return f"{(Decimal(plain.removesuffix('万')) * WAN).normalize():f}"
    except InvalidOperation:
        return plain
