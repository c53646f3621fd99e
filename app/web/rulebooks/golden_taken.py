"""A golden case taken from a live one: the facts its decision saw, and what it was answered."""

from uuid import UUID

from app.cases.routing.proposals import last_decision
from app.cases.visibility import find_case
from app.kernel.errors import NotFound, NotNow
from app.rulebooks.writing import plain_text
from app.web import door
from rules.golden import LISTED, given_of

EXAMPLE = """facts:
  dispute_type: labor
expect:
  admissible: "yes"
  deadlines: [T12]
"""


def taken(typed: str) -> str:
    """Write the newest decision of a case as a golden case; without a case, an example."""
    if not typed:
        return EXAMPLE
    try:
        case = find_case(door.reading(), door.actor(), UUID(typed))
    except ValueError as error:
        raise NotFound("没有这个案件。请从案件页点“把这件存成范例”。") from error
    row = last_decision(door.reading(), case)
    if row is None:
        raise NotNow("这件案件规则还没有判断过，不能存成范例。请先登记完整。")
    given = given_of(row.answer)
    expect = {name: value for name, value in given.items() if name not in LISTED or value}
    return plain_text({"facts": row.facts, "expect": expect})
