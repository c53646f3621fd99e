"""The words of what a stored decision answered."""

from enum import StrEnum
from typing import Any

from app.cases import enums
from app.cases.stages import Stage
from app.deadlines.terms import terms
from app.web.cases.wording import in_words

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


def output_said(name: str, value: Any) -> str:  # noqa: ANN401 (a JSON value)
    """Say what a rule would have answered."""
    if isinstance(value, list):
        return "、".join(output_said(name, one) for one in value)
    if isinstance(value, dict):
        return " ".join(output_said(key, one) for key, one in value.items() if one)
    if name == "deadlines" and value in terms():
        return terms()[str(value)].name
    return in_words(str(value), KINDS.get(name))
