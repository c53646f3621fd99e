"""What is said of a closed case: it goes to the archive (人民调解法 27 条), or goes on after all."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.cases.commands import CaseRequest
from app.permissions import Permission


class Retention(StrEnum):
    """保管期限; the county may keep longer, never shorter than it wrote down."""

    FIVE_YEARS = "five_years"
    TEN_YEARS = "ten_years"
    THIRTY_YEARS = "thirty_years"
    PERMANENT = "permanent"


@dataclass(frozen=True, kw_only=True)
class ArchiveCase(CaseRequest):
    """归档: the file is complete and goes to the archive."""

    needs: ClassVar[Permission] = Permission.CASE_CLOSE
    retention: Retention
    compiled_by: str


@dataclass(frozen=True, kw_only=True)
class ReopenCase(CaseRequest):
    """撤销结案: an ending or a refusal to accept that was wrong counts no more."""

    needs: ClassVar[Permission] = Permission.CASE_ACCEPT
    because: str
