"""A table of the registers as plain data: the same for a page, a workbook and a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Value = str | int | float


@dataclass(frozen=True)
class Column:
    """A column's name and its share of the width."""

    name: str
    share: int


@dataclass(frozen=True)
class Sheet:
    """Title, who fills it in, what it covers, columns, rows of as many values, notes below."""

    title: str
    unit: str
    covers: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    is_wide: bool = True


def columns_of(said: Sequence[tuple[str, int]]) -> tuple[Column, ...]:
    """Make columns from names and shares."""
    return tuple(Column(name, share) for name, share in said)


def chinese(day: date | None) -> str:
    """Write a day as a register does: 2026年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def in_ten_thousands(fen: int) -> float:
    """Say fen in 万元, to the cent of them."""
    return round(fen / 1_000_000, 2)
