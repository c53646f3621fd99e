"""What people tell of screenings."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.kernel.commands import Request
from app.screenings.enums import FoundOutcome


@dataclass(frozen=True, kw_only=True)
class RecordScreening(Request):
    """记一次排查: where and when; nothing found is a record too (零上报)."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    day: date
    village_code: str
    occasion: str
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordFoundDispute(Request):
    """记排查到的纠纷: what it is about, and what became of it so far."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    screening_id: UUID
    what: str
    outcome: FoundOutcome
    found_case_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class SettleFoundDispute(Request):
    """了结继续关注的纠纷: it was calmed, or it became a case."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    dispute_id: UUID
    outcome: FoundOutcome
    found_case_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class StrikeScreening(Request):
    """作废: it was written down by mistake; the row stays with the reason and counts no more."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    screening_id: UUID
    because: str
