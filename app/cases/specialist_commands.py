"""What is said when a specialist is called to a case (人民调解法 20 条)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.cases.commands import CaseRequest


@dataclass(frozen=True, kw_only=True)
class InviteSpecialist(CaseRequest):
    """邀请专家: `agreed_on` is the day by which every party had agreed; without it nobody comes."""

    specialist_id: UUID
    agreed_on: date | None


@dataclass(frozen=True, kw_only=True)
class ReleaseSpecialist(CaseRequest):
    """专家退出: from now on the case is out of their sight again."""

    seat_id: UUID
