"""What only a laptop reports, and what takes a case to the village and back."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.cases.commands import CaseReport, CaseRequest
from app.kernel.commands import Report, Request
from app.permissions import Permission
from app.sync.enums import NoteKind, SettlementOutcome


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


@dataclass(frozen=True, kw_only=True)
class WithdrawUnsent(Report):
    """撤回: what was taken down by mistake and never sent; only its kind (`what`) is told.

    So the laptop's numbers stay without gaps.
    """

    needs: ClassVar[Permission] = Permission.CASE_READ
    what: str


@dataclass(frozen=True, kw_only=True)
class TakeAlong(CaseRequest):
    """带走下乡: take the case to the village; numbers for agreements are leased with it."""


@dataclass(frozen=True, kw_only=True)
class BringBack(CaseRequest):
    """归还: the holder no longer needs it on a laptop."""


@dataclass(frozen=True, kw_only=True)
class TakeBack(CaseRequest):
    """收回: a supervisor ends somebody's custody, with a reason; late work still arrives."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    because: str


@dataclass(frozen=True, kw_only=True)
class StopDevice(Request):
    """停用: a lost laptop is stopped for good; it wipes itself at its next call."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    device_id: UUID
    because: str


@dataclass(frozen=True, kw_only=True)
class ForceRelease(Request):
    """强制交接: somebody may change post or leave before they brought everything home, with a reason."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    user_id: UUID
    because: str


@dataclass(frozen=True, kw_only=True)
class TrustNumbers(Request):
    """编号核对完: every laptop has reported since the centre was put back from a copy."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE


@dataclass(frozen=True, kw_only=True)
class SettleArrival(Request):
    """处理不一致: keep what the village wrote as an addition, or note that it was submitted again."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    arrival_id: UUID
    outcome: SettlementOutcome


@dataclass(frozen=True, kw_only=True)
class AssignArrival(Request):
    """请某人处理: put a contradiction into somebody's hands."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    arrival_id: UUID
    user_id: UUID
