"""What only a laptop reports."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.cases.commands import CaseReport
from app.permissions import Permission
from app.sync.enums import NoteKind


@dataclass(frozen=True, kw_only=True)
class KeepFieldNote(CaseReport):
    """随记: a telephone call, a visit, a photo, a signature, with its files."""

    needs: ClassVar[Permission] = Permission.CASE_READ
    kind: NoteKind
    text: str = ""
    about: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ReportFieldPrint(CaseReport):
    """离线打印: copy k of n of a paper was printed without the centre; `content_sha256` is its text's."""

    code: str
    copy: int
    copies: int
    content_sha256: str
    subject_id: UUID | None = None
    number: str | None = None
