"""What is said about a mediator who should perhaps not sit (75号令 25 条)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from app.cases.commands import CaseReport, CaseRequest
from app.permissions import Permission


class RecusalKind(StrEnum):
    """A relation was declared, or a party asks the mediator to withdraw."""

    RELATION_DECLARED = "relation_declared"
    WITHDRAWAL_ASKED = "withdrawal_asked"


class RecusalOutcome(StrEnum):
    """The mediator stays with every party's consent, or is replaced."""

    STAYS = "stays"
    REPLACED = "replaced"


@dataclass(frozen=True, kw_only=True)
class RaiseRecusal(CaseReport):
    """提出回避: a mediator or a party declares a relation, or a party asks for another mediator."""

    mediator_id: UUID
    kind: RecusalKind
    reason: str
    party_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class SettleRecusal(CaseRequest):
    """处理回避: replace the mediator, or keep them because all parties agree."""

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    recusal_id: UUID
    outcome: RecusalOutcome
    replacement_id: UUID | None = None
    agreed_party_ids: tuple[UUID, ...] = ()
