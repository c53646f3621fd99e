"""What is asked and answered when a laptop's passphrase was forgotten."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.kernel.commands import Request
from app.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class AskKeyRescue(Request):
    """请求恢复口令: the person themselves, signed in, for their own key on one laptop."""

    needs: ClassVar[Permission] = Permission.SELF
    device_id: UUID
    spare: bytes
    reply_key: bytes


@dataclass(frozen=True, kw_only=True)
class AgreeToKeyRescue(Request):
    """同意恢复口令: two people, neither of them who asked, after comparing the code."""

    needs: ClassVar[Permission] = Permission.PEOPLE_MANAGE
    rescue_id: UUID


@dataclass(frozen=True, kw_only=True)
class RefuseKeyRescue(Request):
    """不同意恢复口令: the key stays shut."""

    needs: ClassVar[Permission] = Permission.PEOPLE_MANAGE
    rescue_id: UUID
