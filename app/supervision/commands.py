"""What the clock asks: climb the ladder for what is due."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class NudgeDeadline(Request):
    """催办: say the rung that a deadline has reached, once."""

    needs: ClassVar[Permission] = Permission.CASE_SUPERVISE
    deadline_id: UUID
