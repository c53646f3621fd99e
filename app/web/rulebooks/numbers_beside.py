"""What a draft's numbers would do, beside those in force: said on the page of the rehearsal."""

from typing import Any

from app.rehearsals.numbers_beside import Beside, rungs_beside, subsidy_beside
from app.rulebooks.editions import Edition
from app.rulebooks.numbering import numbers_in_force
from app.rulebooks.numbers import Numbers
from app.web import door
from rules import Books

UNITS = {Numbers.SUPERVISION: "件", Numbers.SUBSIDY: "元"}


def numbers_beside(edition: Edition) -> list[dict[str, Any]]:
    """Say it for each kind of numbers that differ from those in force."""
    return [_beside(edition, numbers) for numbers in Numbers if _differs(edition, numbers)]


def _differs(edition: Edition, numbers: Numbers) -> bool:
    return edition.numbered[numbers].parameters != _now(numbers).parameters


def _now(numbers: Numbers) -> Books:
    actor, today = door.actor(), door.clock().today()
    return numbers_in_force(door.reading(), actor.county_id, today, numbers)


def _beside(edition: Edition, numbers: Numbers) -> dict[str, Any]:
    before, after = _now(numbers), edition.numbered[numbers]
    day = max(door.clock().today(), after.turns[-1])
    rows = _rows(numbers, (before.frozen_at(day), after.frozen_at(day)))
    return {"numbers": numbers, "day": day, "rows": rows, "unit": UNITS[numbers]}


def _rows(numbers: Numbers, sides: tuple[Books, Books]) -> Beside:
    count = subsidy_beside if numbers is Numbers.SUBSIDY else rungs_beside
    return count(door.reading(), door.actor().county_id, sides, door.clock().today())
