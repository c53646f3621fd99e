"""The words of a load: which desk, which mediator."""

from collections.abc import Mapping
from uuid import UUID

from app.cases.enums import DeskLevel, Industry
from app.rehearsals.hands import NOT_YET
from app.rehearsals.tally import ELSEWHERE
from app.words import LABELS

NOBODY = "没有人接"


def desk_said(desk: str, township: str) -> str:
    """Name a desk whose load is counted."""
    if desk == ELSEWHERE:
        return "引导到其他机关"
    level, _, industry = desk.partition(" ")
    if not level:
        return NOBODY
    if industry:
        return f"行业性调委会（{LABELS[Industry][Industry(industry)]}）"
    return f"{township} {LABELS[DeskLevel][DeskLevel(level)]}".strip()


def mediator_said(mediator_id: UUID, names: Mapping[UUID, str]) -> str:
    """Name a mediator whose load is counted."""
    return (
        "还没有指定调解员" if mediator_id == NOT_YET else names.get(mediator_id, "已离任的调解员")
    )
