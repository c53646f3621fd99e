"""The supervision ladder, as data: which rung falls on which day around a due date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("ladder.yaml")


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


@cache
def ladder() -> tuple[Rung, ...]:
    """Read the ladder, lowest rung first."""
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    rungs = [
        Rung(RungName(row["rung"]), row["day"], NudgeTo(row["to"]), row["does"]) for row in rows
    ]
    return tuple(sorted(rungs, key=lambda rung: rung.day))


def reached(rungs: Iterable[Rung], due_on: date, on: date) -> Rung | None:
    """Name the highest rung whose day has come, if any."""
    come = [rung for rung in rungs if rung.on(due_on) <= on]
    return come[-1] if come else None


def next_day(rungs: Iterable[Rung], due_on: date, on: date) -> date | None:
    """Say when the next rung after a day falls, or None at the top."""
    ahead = [rung.on(due_on) for rung in rungs if rung.on(due_on) > on]
    return ahead[0] if ahead else None
