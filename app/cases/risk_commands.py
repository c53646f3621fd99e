"""What is said about the danger in a case (人民调解法 25 条)."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import ClassVar

from app.cases.commands import CaseReport, CaseRequest
from app.cases.enums import Organ, Risk
from app.permissions import Permission


class RiskReportKind(StrEnum):
    """首报, 续报, 终报."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"
    FINAL = "final"


class ReportMeans(StrEnum):
    """How the other side was told."""

    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    WRITTEN = "written"
    ONLINE = "online"


@dataclass(frozen=True, kw_only=True)
class ChangeRisk(CaseRequest):
    """调整风险等级, with the reason; lowering it needs the report to be there first."""

    risk: Risk
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReportRisk(CaseReport):
    """报告风险: who told whom, when (`on` and `at`, in the county's time) and how."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    kind: RiskReportKind
    organs: tuple[Organ, ...]
    means: ReportMeans
    at: time
    reporter: str
    situation: str
    recipient: str | None = None
    measures: str | None = None
