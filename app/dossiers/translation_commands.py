"""What people report of the second language."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.commands import CaseRequest
from app.kernel.commands import Report


@dataclass(frozen=True, kw_only=True)
class TranslateAgreement(CaseRequest):
    """填写译文: the clauses of this revision in Tibetan, read and signed off by the translator."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID
    seen_revision: int
    lines: tuple[str, ...]
    is_signed_off: bool


@dataclass(frozen=True, kw_only=True)
class ApproveTerm(Report):
    """审定用语: a translator approved how a term is said in Tibetan."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    chinese: str
    tibetan: str
    translator: str
