"""The supervision ladder as the tick climbs it; its rungs stand in rules/books_of_supervision/."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from rules import Books
from rules.ladder import steps_on


class RungName(StrEnum):
    """The rungs, from a friendly word to a talk; and what is said beside the ladder."""

    REMINDER = "reminder"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    EXPLAIN = "explain"
    ORDER = "order"
    TALK = "talk"
    LAPSED = "lapsed"
    STANDING = "standing"


class NudgeTo(StrEnum):
    """Whose move it is."""

    HANDLER = "handler"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True)
class Rung:
    """One rung: `day` counts from the due date (negative: before it)."""

    rung: RungName
    day: int
    to: NudgeTo
    does: str

    def on(self, due_on: date) -> date:
        """Say on which day the rung falls for a due date."""
        return due_on + timedelta(days=self.day)


@lru_cache(maxsize=512)
def ladder(on: date, *, is_window: bool = False, by: Books | None = None) -> tuple[Rung, ...]:
    """Read the rungs in force on a day, lowest first; a window of the parties' own has its own.

    `by` are the rules with the county's days; without them, with those that come with the program.
    """
    return tuple(
        Rung(RungName(step.rung), step.day, NudgeTo(step.whose), step.title)
        for step in steps_on(on, is_window=is_window, by=by)
    )


def reached(rungs: Sequence[Rung], due_on: date, on: date) -> Rung | None:
    """Name the highest rung whose day has come, if any."""
    come = [rung for rung in rungs if rung.on(due_on) <= on]
    return come[-1] if come else None


def next_day(
    rungs: Sequence[Rung], due_on: date, on: date, change: date | None = None
) -> date | None:
    """Say when to look again after a day: at the next rung, or when the rungs change; None at the top.

    Where no rule is in force yet, only a change is waited for.
    """
    ahead = next((rung.on(due_on) for rung in rungs if rung.on(due_on) > on), None)
    if rungs and ahead is None:
        return None
    return min((day for day in (ahead, change) if day is not None), default=None)
