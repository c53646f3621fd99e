"""卷宗评查: what is said of a mediator's file when it is looked through after the case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from app.access.permissions import Permission
from app.cases.commands import CaseRequest


class FilePoint(StrEnum):
    """What a file is looked through for (PAPERS 7)."""

    ACCEPTANCE = "acceptance"
    MATERIALS = "materials"
    PAPERS = "papers"
    EVIDENCE = "evidence"
    AGREEMENT = "agreement"
    REVISIT = "revisit"
    BINDING = "binding"


class Finding(StrEnum):
    """How a point stands."""

    GOOD = "good"
    PARTLY = "partly"
    WANTING = "wanting"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, kw_only=True)
class PointFound:
    """One point: how it stands, and what is to be said of it."""

    point: FilePoint
    finding: Finding
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class EvaluateFile(CaseRequest):
    """评查卷宗: each point once; what is wanting has a note, and a day by which it is mended."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    points: tuple[PointFound, ...]
    remark: str | None = None
    mend_by: date | None = None
