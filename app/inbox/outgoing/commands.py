"""What can be said about messages: one's own address; and, by the clock, a digest."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.inbox.outgoing.enums import MessageChannel
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class SetAddress(Request):
    """设定接收方式: where one wants the digest; what was set before is replaced."""

    needs: ClassVar[Permission] = Permission.SELF
    channel: MessageChannel
    address: str


@dataclass(frozen=True, kw_only=True)
class DropAddress(Request):
    """不再接收: nothing is sent to oneself any more."""

    needs: ClassVar[Permission] = Permission.SELF


@dataclass(frozen=True, kw_only=True)
class ClaimDigest(Request):
    """领取摘要: say what a person is told today, once; answers the delivery, or None."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    user_id: UUID


@dataclass(frozen=True, kw_only=True)
class EndDelivery(Request):
    """登记发送结果: it left, or why not."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    delivery_id: UUID
    problem: str | None = None
