"""What a person asks of their own inbox."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class ReadNotices(Request):
    """标为已读: some of one's own notices, or all where none is named."""

    needs: ClassVar[Permission] = Permission.SELF
    notice_ids: tuple[UUID, ...] = ()
