"""What a person asks the list of cases for, parted into a statement's shape and its values.

The shape is all that a statement depends on, so that each is built once; the values change with
every question.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.access.actor import Actor
from app.cases.enums import DisputeType, Risk
from app.cases.model import Case
from app.cases.prepared import Kind, kind_of, values_of
from app.cases.search import Question, understand
from app.cases.stages import Stage
from app.kernel.crypto import KeyRing
from app.kernel.text import whole_number

DIGITS = 18  # of a serial number
EXACT: dict[str, Any] = {
    "stage": Case.stage,
    "dispute_type": Case.dispute_type,
    "risk": Case.risk,
    "township": Case.township_code,
}


@dataclass(frozen=True)
class Wanted:
    """What a person asked the list for; `before` is the last line of the page before."""

    question: str = ""
    state: str = "open"
    stage: Stage | None = None
    dispute_type: DisputeType | None = None
    risk: Risk | None = None
    township: str = ""
    is_mine: bool = False
    before: str = ""


@dataclass(frozen=True)
class Shape:
    """What the statement of a list depends on, beside the values it runs with."""

    kind: Kind
    exact: frozenset[str]
    state: str
    is_mine: bool
    question: Question | None
    is_after: bool


def understood(ring: KeyRing, actor: Actor, wanted: Wanted) -> tuple[Shape, dict[str, Any]]:
    """Part what is wanted into the shape of its statement and the values it runs with."""
    exact = {name: word for name in EXACT if (word := getattr(wanted, name))}
    question: Question | None = None
    values: dict[str, Any] = {}
    if wanted.question:
        question, values = understand(ring, actor.county_id, wanted.question)
    mark = _read_mark(wanted)
    state = "all" if wanted.stage else wanted.state
    shape = Shape(
        kind_of(actor), frozenset(exact), state, wanted.is_mine, question, is_after=bool(mark)
    )
    return shape, values_of(actor) | exact | values | mark


def _read_mark(wanted: Wanted) -> dict[str, Any]:
    """Read where the page before ended; nothing of a mark that is none."""
    if wanted.question:
        serial = whole_number(wanted.before, DIGITS)
        return {} if serial is None else {"before_serial": serial}
    day, _, case_id = wanted.before.partition(".")
    try:
        return {"before_on": date.fromisoformat(day), "before_id": UUID(case_id)}
    except ValueError:
        return {}
