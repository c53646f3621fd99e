"""What can be said to the rota."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class PlanTurns(Request):
    """排坐班: these mediators take turns, in order, on the working days from `first` to `last`.

    A day that has its person already is left as it is; the turn goes on after whoever sat last.
    """

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    committee_id: UUID
    first: date
    last: date
    mediator_ids: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class PlanVisit(Request):
    """排进村: these mediators go to a village on `day` (a village may want a weekend)."""

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    committee_id: UUID
    day: date
    village_code: str
    mediator_ids: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class SwapDuties(Request):
    """排班人换班: two duties of one committee change their people at once; both are told."""

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    duty_id: UUID
    other_id: UUID
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordAbsence(Request):
    """请假: who was planned cannot come; somebody stands in, or nobody yet."""

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    duty_id: UUID
    because: str
    stand_in_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveDuty(Request):
    """撤销: a duty that was planned by mistake and has not been."""

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    duty_id: UUID


@dataclass(frozen=True, kw_only=True)
class OpenFeed(Request):
    """开通日历订阅: a new secret address of one's own; the old one stops."""

    needs: ClassVar[Permission] = Permission.SELF


@dataclass(frozen=True, kw_only=True)
class CloseFeed(Request):
    """停用日历订阅: the secret address stops at once."""

    needs: ClassVar[Permission] = Permission.SELF
