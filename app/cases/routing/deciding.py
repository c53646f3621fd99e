"""Ask the rules about a dispute; the page that shows it before saving asks the same way."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.cases.facts import facts_of
from app.deadlines.calendar import WorkingCalendar
from rules import Decision, FactError, RuleError, decide


def decide_for(record: Mapping[str, Any], on: date) -> Decision | None:
    """Decide one intake record on a day; None where the rulebooks cannot be used at all.

    A dispute is taken into the books even then, and waits for a person.
    """
    try:
        return decide(
            facts_of(record),
            on=on,
            ref=str(record.get("ref", "")),
            due_on=WorkingCalendar.announced().due_on,
        )
    except (FactError, RuleError):
        return None
