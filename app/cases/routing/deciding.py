"""Ask the rules about a dispute; the page that shows it before saving asks the same way."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.cases.facts import facts_of
from app.deadlines.holidays import calendar_of
from app.rulebooks.versions import books_in_force
from rules import Decision, FactError, RuleError, decide


def decide_for(
    session: Session, county_id: str, record: Mapping[str, Any], on: date
) -> Decision | None:
    """Decide one intake record by the county's rules of a day; None where they cannot be used.

    A dispute is taken into the books even then, and waits for a person.
    """
    try:
        return decide(
            facts_of(record),
            on=on,
            ref=str(record.get("ref", "")),
            due_on=calendar_of(session, county_id).due_on,
            books=books_in_force(session, county_id, on),
        )
    except (FactError, RuleError):
        return None
