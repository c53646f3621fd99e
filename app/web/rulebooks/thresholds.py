"""Thresholds as people write them, and which rules use them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from app.kernel.errors import Incomplete
from rules import Books
from rules.conditions import Param, leaves
from rules.rulebook import Book, Rule

FEN = "分"
MOST = 2**53


def users_of(books: Books) -> dict[str, list[tuple[Book, Rule]]]:
    """List, by threshold, the rules that look at it or answer with it."""
    found: dict[str, list[tuple[Book, Rule]]] = {name: [] for name in books.parameters}
    for book in books.books:
        for rule in book.rules:
            for name in dict.fromkeys(_names(rule)):
                found.setdefault(name, []).append((book, rule))
    return found


def shown_value(value: int, unit: str) -> str:
    """Write a threshold's value with its unit, fen as yuan."""
    return f"{value / 100:,.2f} 元" if unit == FEN else f"{value} {unit}"


def number_of(said: str, unit: str) -> int:
    """Read a threshold's value; yuan become fen."""
    number = _decimal(said)
    number *= 100 if unit == FEN else 1
    if not 0 <= number < MOST or number != number.to_integral_value():
        raise Incomplete("请写不小于零的整数；金额以元为单位，可到分。", field="value")
    return int(number)


def _decimal(said: str) -> Decimal:
    try:
        number = Decimal(said.replace(",", "").strip())
    except InvalidOperation:
        return Decimal(-1)
    return number if number.is_finite() else Decimal(-1)


def _names(rule: Rule) -> Iterator[str]:
    compared = (leaf.value for leaf in leaves(rule.when))
    yield from (value.name for value in compared if isinstance(value, Param))
    for items in rule.adds.values():
        for item in items:
            yield from (value.name for value in item.values() if isinstance(value, Param))
