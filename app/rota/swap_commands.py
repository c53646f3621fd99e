"""What two people say of a swap: one asks, the other answers."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class OfferSwap(Request):
    """提出换班: ask the colleague of another duty to change places with one's own."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    duty_id: UUID
    other_id: UUID
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class AcceptSwap(Request):
    """同意换班: the two change places at once."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    offer_id: UUID


@dataclass(frozen=True, kw_only=True)
class DeclineSwap(Request):
    """不同意换班: both keep their duties; a reason may be given."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    offer_id: UUID
    because: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawSwap(Request):
    """撤回换班: who asked needs it no more."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    offer_id: UUID


@dataclass(frozen=True, kw_only=True)
class ObjectToSwap(Request):
    """对换班有异议: whoever was swapped says why it does not do; whoever plans decides anew."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    offer_id: UUID
    because: str
