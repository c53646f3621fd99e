"""What is said about a supervision order: issued, answered, sent back, closed, withdrawn."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.commands import CaseRequest


class OrderState(StrEnum):
    """Where an order stands; each state says whose move it is."""

    ISSUED = "issued"
    ANSWERED = "answered"
    SENT_BACK = "sent_back"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class IssueOrder(CaseRequest):
    """签发督办单: 事项, 责任单位, 责任人, 时限, 要求 (ROUTING 9)."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    subject: str
    person: str
    reason: str
    demands: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class AnswerOrder(CaseRequest):
    """答复督办单: why it is late, what was done, and the new day; None once the case is closed.

    Before acceptance the front desk has the case, so whoever may accept may answer.
    """

    needs: ClassVar[Permission] = Permission.CASE_ACCEPT
    order_id: UUID
    reason: str
    done: str
    new_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SendAnswerBack(CaseRequest):
    """退回答复: what is still missing, and until when it is to be answered again."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    order_id: UUID
    because: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class CloseOrder(CaseRequest):
    """销号: the answer will do; without an answer, why it is no longer needed."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    order_id: UUID
    because: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawOrder(CaseRequest):
    """撤回督办单: it was issued by mistake and has not been answered."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    order_id: UUID
    because: str
