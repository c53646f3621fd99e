"""Pictures of figures as numbers for an SVG: heights, positions, labels; the table stands beside."""

from dataclasses import dataclass

from app.registers.overview import Month

HEIGHT, TOP, STEP = 130, 24, 64  # units of the drawing
FIRST, SECOND, MIDDLE = 5, 33, 32  # of a month: its two bars, its label


@dataclass(frozen=True)
class Bar:
    """One column of the picture, from its upper left corner."""

    x: int
    y: int
    height: int
    number: int


@dataclass(frozen=True)
class Twelve:
    """Twelve months: what was accepted beside what was closed."""

    accepted: tuple[Bar, ...]
    closed: tuple[Bar, ...]
    labels: tuple[tuple[int, str], ...]
    width: int
    height: int = TOP + HEIGHT + 24
    floor: int = TOP + HEIGHT


def twelve(months: list[Month]) -> Twelve:
    """Draw the months to the tallest."""
    tallest = max([1, *(month.accepted for month in months), *(month.closed for month in months)])
    return Twelve(
        tuple(_bar(n * STEP + FIRST, month.accepted, tallest) for n, month in enumerate(months)),
        tuple(_bar(n * STEP + SECOND, month.closed, tallest) for n, month in enumerate(months)),
        tuple((n * STEP + MIDDLE, _label(month)) for n, month in enumerate(months)),
        len(months) * STEP,
    )


def shares(counts: list[tuple[str, int]]) -> list[tuple[str, int, int]]:
    """Give each count its share of the largest (per cent), for a bar."""
    largest = max([1, *(count for _, count in counts)])
    return [(name, count, round(100 * count / largest)) for name, count in counts]


def _bar(x: int, number: int, tallest: int) -> Bar:
    height = round(HEIGHT * number / tallest)
    return Bar(x, TOP + HEIGHT - height, height, number)


def _label(month: Month) -> str:
    first = month.month
    return f"{first.month}月" if first.month > 1 else f"{first:%y}年1月"
