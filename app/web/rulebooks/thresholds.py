"""Thresholds as people write them, and which rules use them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from app.kernel.errors import Incomplete
from rules import Books
from rules.conditions import Param, leaves
from rules.rulebook import Book, Parameter, Rule

FEN = "分"
MOST = 2**53
UNREADABLE = Decimal("0.0001")  # neither days nor yuan nor fen


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


def said(parameter: Parameter) -> str:
    """Say all values of a threshold in one line, and by what."""
    values = "，".join(
        f"{begins}起{shown_value(value, parameter.unit)}" for begins, value in parameter.values
    )
    return f"{parameter.label}：{values}（{parameter.origin}）"


def number_of(said: str, parameter: Parameter) -> int:
    """Read a threshold's value; yuan become fen. Only days before a day are less than zero."""
    number = _decimal(said) * (100 if parameter.unit == FEN else 1)
    if is_before(parameter):
        if not -MOST < number < 0 or number != number.to_integral_value():
            raise Incomplete("请写到期日以前的天数，例如 -3 表示提前 3 天。", field="value")
    elif not 0 <= number < MOST or number != number.to_integral_value():
        raise Incomplete("请写不小于零的整数；金额以元为单位，可到分。", field="value")
    return int(number)


def is_before(parameter: Parameter) -> bool:
    """Say whether it counts the days before a day, and is written with a minus."""
    return parameter.first < 0


def _decimal(said: str) -> Decimal:
    try:
        number = Decimal(said.replace(",", "").replace("－", "-").strip())
    except InvalidOperation:
        return UNREADABLE
    return number if number.is_finite() and abs(number) < MOST else UNREADABLE


def _names(rule: Rule) -> Iterator[str]:
    compared = (leaf.value for leaf in leaves(rule.when))
    yield from (value.name for value in compared if isinstance(value, Param))
    for items in rule.adds.values():
        for item in items:
            yield from (value.name for value in item.values() if isinstance(value, Param))
