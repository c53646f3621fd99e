"""What is said when a case goes to another committee, another organ, or across the county line."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from app.cases.commands import CaseReport, CaseRequest
from app.cases.enums import ConsentForm, Organ
from app.permissions import Permission


class HandoverKind(StrEnum):
    """转办 to a committee of the same or a lower level; 提级 to a higher one."""

    HANDOVER = "handover"
    ESCALATION = "escalation"


class HandoverState(StrEnum):
    """Where an offer stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


class HandoverReason(StrEnum):
    """Why another committee should have it (75号令 21 条; local practice)."""

    FAILED_SESSIONS = "failed_sessions"
    TIME_LIMIT = "time_limit"
    HIGH_RISK = "high_risk"
    BEYOND_COMMITTEE = "beyond_committee"
    VENUE = "venue"
    INDUSTRY = "industry"
    CROSS_AREA = "cross_area"
    OTHER = "other"


class PartnerRole(StrEnum):
    """Who leads a mediation of two committees: we host, or we assist."""

    HOST = "host"
    ASSIST = "assist"


@dataclass(frozen=True, kw_only=True)
class AskAboutHandover(CaseReport):
    """征求意见: what a party says to another committee taking the case (人民调解法 7, 17 条)."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    party_id: UUID
    committee_id: UUID
    agrees: bool
    form: ConsentForm


@dataclass(frozen=True, kw_only=True)
class OfferHandover(CaseRequest):
    """提出转办或提级: offer the case to another committee, every party having agreed."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    committee_id: UUID
    reason: HandoverReason
    because: str


@dataclass(frozen=True, kw_only=True)
class AcceptHandover(CaseRequest):
    """接收: committee and desk change, the stage does not."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    handover_id: UUID


@dataclass(frozen=True, kw_only=True)
class DeclineHandover(CaseRequest):
    """退回: say why this committee cannot take it; the case stays where it is."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    handover_id: UUID
    because: str


@dataclass(frozen=True, kw_only=True)
class TakeBackHandover(CaseRequest):
    """收回: undo an offer that was not answered yet."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    handover_id: UUID


@dataclass(frozen=True, kw_only=True)
class ReferCase(CaseReport):
    """移送: an outside organ was given the matter, or a part of it."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    organ: Organ
    because: str
    recipient: str | None = None
    letter: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordReferralAnswer(CaseReport):
    """The organ answered: taken, not taken, with what result."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    referral_id: UUID
    answer: str


@dataclass(frozen=True, kw_only=True)
class JoinPartner(CaseRequest):
    """联合调解: mediate together with a committee of a neighboring county (75号令 21 条)."""

    needs: ClassVar[Permission] = Permission.CASE_HAND_OVER
    partner: str
    partner_county: str
    role: PartnerRole
    contact: str | None = None
