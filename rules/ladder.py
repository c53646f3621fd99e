"""督办阶梯: which rung falls on which day around a due date, by the rules in force on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rules.collect import collect
from rules.loader import load
from rules.matching import run
from rules.plan import plan_for
from rules.rulebook import Books

BOOKS = Path(__file__).parent / "books_of_supervision"


@dataclass(frozen=True)
class Step:
    """One rung: `day` counts from the due date, negative before it; `whose` move it then is."""

    rung: str
    day: int
    whose: str
    title: str
    because: str
    reference: str


@cache
def books() -> Books:
    """Load the books about supervision, once."""
    return load(BOOKS)


def steps_on(on: date, *, is_window: bool, by: Books | None = None) -> tuple[Step, ...]:
    """List the rungs in force on a day, lowest first; none where no rule is in force."""
    known = by or books()
    if not any(book.rules_on(on) for book in known.books):
        return ()
    items = collect(run(plan_for(known, on), {"is_window": is_window}).spoken).items
    found = [
        Step(
            item["rung"],
            int(item["day"]),
            item["whose"],
            active.rule.title,
            active.because,
            active.rule.reference,
        )
        for active, item in items.get("rungs", {}).values()
    ]
    return tuple(sorted(found, key=lambda step: step.day))


def next_turn(after: date, by: Books | None = None) -> date | None:
    """Say on which day after another the rules change next; None where nothing is announced."""
    return next((turn for turn in (by or books()).turns if turn > after), None)
