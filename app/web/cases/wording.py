"""The words of the facts a stored decision saw."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from app.words import LABELS
from rules.loader import shipped

DAY = "日序"  # unit of an ordinal day, which is shown as the date
FEN = "分"


@cache
def book_titles() -> dict[str, str]:
    """Name each rulebook in Chinese."""
    return {book.name: book.title for book in shipped().books}


def fact_label(name: str) -> str:
    """Name a fact in Chinese; one the vocabulary no longer has stands as it is."""
    fact = shipped().vocabulary.facts.get(name)
    return fact.label if fact else name


def worded(name: str, value: Any) -> str:  # noqa: ANN401 (a JSON value)
    """Say a fact's value."""
    if value is None:
        return "不清楚"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(worded(name, one) for one in value) or "无"
    fact = shipped().vocabulary.facts.get(name)
    if isinstance(value, str):
        return in_words(value, _kind_of(fact.values if fact else ()))
    return _counted(value, fact.unit if fact else "")


def _counted(value: Any, unit: str) -> str:  # noqa: ANN401 (a JSON value)
    """Say a number with its unit: days as a date, fen as yuan."""
    if unit == DAY and isinstance(value, int) and 0 < value <= date.max.toordinal():
        return date.fromordinal(value).isoformat()
    return f"{Decimal(value) / 100:,.2f} 元" if unit == FEN else f"{value}{unit}"


@cache
def _kind_of(values: tuple[str, ...]) -> type[StrEnum] | None:
    fitting = (kind for kind in LABELS if values and set(values) <= {word.value for word in kind})
    return next(fitting, None)


def in_words(value: str, kind: type[StrEnum] | None) -> str:
    """Say a word of an enum in Chinese; an unknown one as it stands."""
    known = kind is not None and value in set(kind)
    return LABELS[kind][kind(value)] if kind is not None and known else value
