"""A stored word, said in Chinese: rows keep the value, pages know which enum it came from."""

from enum import StrEnum
from functools import cache

from app.words import LABELS, label


def said(kind: str, value: str | None) -> str:
    """Say a stored value of the enum with this name, such as `said("Method", row.method)`."""
    return label(_words()[kind](value)) if value else ""


@cache
def _words() -> dict[str, type[StrEnum]]:
    return {words.__name__: words for words in LABELS}
