"""A routing decision as people read it: reasons, the facts they saw, what nearly applied."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from app.web.cases.outputs import OUTPUTS, output_said
from app.web.cases.wording import book_titles, fact_label, worded

WHY = ("admissibility", "routing", "industry")
UNSURE = ("待核", "待县里")
REST = "-rest"  # the rule that names what the others looked at


@dataclass(frozen=True)
class Reason:
    """One rule that spoke; `is_unsure` where its source is practice that the county must settle."""

    book: str
    rule: str
    because: str
    reference: str
    is_unsure: bool
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """A decision told: every reason, and what would have changed it."""

    row: Any = None
    answer: dict[str, Any] = field(default_factory=dict)
    books: list[tuple[str, list[Reason]]] = field(default_factory=list)
    looked: list[Reason] = field(default_factory=list)
    near: list[tuple[str, str, list[str]]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def told(decision: Any) -> Told:  # noqa: ANN401 (a row or None)
    """Tell a stored decision; an empty telling where there is none."""
    if decision is None:
        return Told()
    answer = decision.answer
    reasons = [_reason(one) for one in answer["reasons"]]
    whole = [one for one in reasons if not one.rule.endswith(REST)]
    return Told(
        row=decision,
        answer=answer,
        books=[(name, [*some]) for name, some in groupby(whole, key=lambda one: one.book)],
        looked=[one for one in reasons if one.rule.endswith(REST)],
        near=[_near(one) for one in answer["near_misses"]],
        unknown=[fact_label(name) for name in answer["unknown_facts"]],
    )


def why_here(decision: Any) -> list[Reason]:  # noqa: ANN401 (a row or None)
    """Tell only why the case came to this desk."""
    reasons = decision.answer["reasons"] if decision is not None else []
    speaking = (one for one in reasons if not one["rule"].endswith(REST))
    return [_reason(one) for one in speaking if one["book"] in WHY]


def _reason(said: dict[str, Any]) -> Reason:
    is_unsure = any(mark in said["reference"] for mark in UNSURE)
    facts = [(fact_label(name), worded(name, value)) for name, value in said["facts"].items()]
    book = book_titles().get(said["book"], said["book"])
    return Reason(book, said["rule"], said["because"], said["reference"], is_unsure, facts)


def _near(said: dict[str, Any]) -> tuple[str, str, list[str]]:
    changes = [
        f"{fact_label(one['fact'])}：现在是“{worded(one['fact'], one['has'])}”，"
        f"如果是“{worded(one['fact'], one['needs'])}”"
        for one in said["changes"]
    ]
    would = [f"{OUTPUTS.get(k, k)}“{output_said(k, v)}”" for k, v in said["would"].items()]
    return said["rule"], "，".join(would), changes
