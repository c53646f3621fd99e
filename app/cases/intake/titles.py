"""A case's title, as people call it: 甲与乙草场边界纠纷."""

from app.cases.enums import Side
from app.cases.intake.record import IntakeRecord, PartySaid
from app.words import label

LONGEST_NAME = 30
LONGEST_CAUSE = 20
END = "纠纷"


def title_of(record: IntakeRecord) -> str:
    """Write the title: who against whom, about what; at most 90 characters."""
    sides = [
        _who([party for party in record.parties if party.side is side])
        for side in (Side.APPLICANT, Side.RESPONDENT)
    ]
    named = "与".join(side for side in sides if side) or _who(list(record.parties))
    return f"{named}{_cause(record)}"


def _who(parties: list[PartySaid]) -> str:
    if not parties:
        return ""
    name = parties[0].name
    shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return f"{shown}等" if len(parties) > 1 else shown


def _cause(record: IntakeRecord) -> str:
    told = record.subtype or label(record.dispute_type).partition("（")[0]
    short = told if len(told) <= LONGEST_CAUSE else label(record.dispute_type).partition("（")[0]
    return short if short.endswith(END) else f"{short}{END}"
