"""What can be said of rooms: that there is one, that it is gone, that a session takes it."""

from dataclasses import dataclass
from datetime import time
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.commands import CaseRequest
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class AddRoom(Request):
    """登记会诊室（调解室）: its name, and where it is found."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    name: str
    address: str
    seats: int


@dataclass(frozen=True, kw_only=True)
class CloseRoom(Request):
    """停用会诊室: it is offered no more; what was held there stays in the history."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    room_id: UUID


@dataclass(frozen=True, kw_only=True)
class BookRoom(CaseRequest):
    """订会诊室: a planned session takes a room until some hour; nobody else has it meanwhile."""

    meeting_id: UUID
    room_id: UUID
    until: time


@dataclass(frozen=True, kw_only=True)
class ReleaseRoom(CaseRequest):
    """退订会诊室: the session is held elsewhere."""

    meeting_id: UUID
