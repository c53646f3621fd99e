"""An ended case that is applied for again: who, what kind and where are brought along.

Numbers, what happened, what is asked for and who is willing are told anew.
"""

from typing import Any
from uuid import UUID

from app.cases.consent import parties_of
from app.cases.intake.corrections import flags_of
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.visibility import find_case
from app.web import door
from app.web.intake.lists import areas, types

SAME = (
    *("side", "kind", "name", "gender", "ethnicity", "born_on", "language", "occupation"),
    *("address", "credit_code", "legal_representative"),
)


def earlier(case_id: UUID | None) -> Case | None:
    """Find the case that is applied for again; None where there is none, NotFound for a stranger."""
    return find_case(door.reading(), door.actor(), case_id) if case_id else None


def known_of(case: Case) -> dict[str, Any]:
    """Give what the form may be filled with."""
    return {
        "dispute_type": types().name_of(case.dispute_type),
        "subtype": case.subtype,
        "area": areas().name_of(case.area_code),
        "place": case.place,
        "parties": [_party(one) for one in parties_of(door.reading(), case)],
    }


def _party(party: Party) -> dict[str, Any]:
    said = {name: getattr(party, name) for name in SAME}
    said |= {"count": party.head_count, "area": areas().name_of(party.area_code)}
    return said | {"flags": list(flags_of(door.reading(), party))}
