"""The words of facts and outputs in a stored decision."""

from enum import StrEnum
from functools import cache
from typing import Any

from app.cases import enums
from app.cases.stages import Stage
from app.deadlines.terms import terms
from app.words import LABELS
from rules.loader import shipped

OUTPUTS = {
    "admissible": "可否受理",
    "desk": "去向",
    "stage": "先走哪一步",
    "risk": "风险",
    "refer_to": "引导去向",
    "duties": "应当做的事",
    "deadlines": "期限",
    "papers": "文书",
    "specialists": "邀请专家",
    "joint_with": "会诊单位",
    "level": "级别",
    "committee": "承办组织",
    "industry": "行业",
}
KINDS: dict[str, type[StrEnum]] = {
    "admissible": enums.Admissible,
    "risk": enums.Risk,
    "stage": Stage,
    "refer_to": enums.Organ,
    "level": enums.DeskLevel,
    "committee": enums.DeskCommittee,
    "industry": enums.Industry,
}
DAY, FEN = "日序", "分"


@cache
def book_titles() -> dict[str, str]:
    """Name each rulebook in Chinese."""
    return {book.name: book.title for book in shipped().books}


def fact_label(name: str) -> str:
    """Name a fact in Chinese; one the vocabulary no longer has stands as it is."""
    fact = shipped().vocabulary.facts.get(name)
    return fact.label if fact else name


def worded(name: str, value: Any) -> str:  # noqa: ANN401 (a JSON value)
    """Say a fact's value."""
    if value is None:
        return "不清楚"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(worded(name, one) for one in value) or "无"
    fact = shipped().vocabulary.facts.get(name)
    if isinstance(value, str):
        return _in_words(value, _kind_of(fact.values if fact else ()))
    return f"{value}{fact.unit if fact and fact.unit != DAY else ''}"


def output_said(name: str, value: Any) -> str:  # noqa: ANN401 (a JSON value)
    """Say what a rule would have answered."""
    if isinstance(value, list):
        return "、".join(output_said(name, one) for one in value)
    if isinstance(value, dict):
        return " ".join(output_said(key, one) for key, one in value.items() if one)
    if name == "deadlines" and value in terms():
        return terms()[str(value)].name
    return _in_words(str(value), KINDS.get(name))


@cache
def _kind_of(values: tuple[str, ...]) -> type[StrEnum] | None:
    fitting = (kind for kind in LABELS if values and set(values) <= {word.value for word in kind})
    return next(fitting, None)


def _in_words(value: str, kind: type[StrEnum] | None) -> str:
    known = kind is not None and value in set(kind)
    return LABELS[kind][kind(value)] if kind is not None and known else value
