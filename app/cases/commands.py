"""What people ask and report of a case; a form, a laptop, a job and a test all say it this way."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.enums import ConsentForm, DeskCommittee, DeskLevel, Organ, Outcome
from app.kernel.commands import Report, Request


@dataclass(frozen=True, kw_only=True)
class CaseRequest(Request):
    """Asks something of a case; `seen_version` is the version on the page it was asked from."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    case_id: UUID
    seen_version: int | None = None


@dataclass(frozen=True, kw_only=True)
class CaseReport(Report):
    """States what happened to a case."""

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    case_id: UUID


@dataclass(frozen=True, kw_only=True)
class AcceptCase(CaseRequest):
    """受理: take the dispute on and give it a file number."""

    needs: ClassVar[Permission] = Permission.CASE_ACCEPT
    committee_id: UUID


@dataclass(frozen=True, kw_only=True)
class DeclineCase(CaseRequest):
    """不予受理: say why not and where to go (75号令 24 条)."""

    needs: ClassVar[Permission] = Permission.CASE_ACCEPT
    reason: str
    refer_to: Organ


@dataclass(frozen=True, kw_only=True)
class RevokeAcceptance(CaseRequest):
    """撤销受理: the dispute was taken on by mistake, and nothing has come of it yet."""

    needs: ClassVar[Permission] = Permission.CASE_ACCEPT
    because: str


@dataclass(frozen=True, kw_only=True)
class RouteCase(CaseRequest):
    """分流: ask the rules again, with what is known now."""

    needs: ClassVar[Permission] = Permission.CASE_ROUTE


@dataclass(frozen=True, kw_only=True)
class OverrideRouting(CaseRequest):
    """改派: send the case elsewhere than the rules say, with a reason."""

    needs: ClassVar[Permission] = Permission.CASE_OVERRIDE
    decision_id: UUID
    desk_level: DeskLevel
    desk_committee: DeskCommittee
    committee_id: UUID | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class AssignMediators(CaseRequest):
    """指定调解员 (人民调解法 19 条); the first one chairs."""

    needs: ClassVar[Permission] = Permission.CASE_ASSIGN
    mediator_ids: tuple[UUID, ...]
    is_chosen_by_parties: bool = False


@dataclass(frozen=True, kw_only=True)
class RecordConsent(CaseReport):
    """What a party said to mediation (人民调解法 17 条)."""

    party_id: UUID
    agrees: bool
    form: ConsentForm
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectConsent(CaseRequest):
    """更正表态: what a party said was put down by mistake and no longer counts."""

    consent_id: UUID
    reason: str


@dataclass(frozen=True, kw_only=True)
class RecordRightsTold(CaseReport):
    """权利义务已告知 (人民调解法 23, 24 条; 75号令 30 条: orally or in writing)."""

    party_ids: tuple[UUID, ...]
    form: ConsentForm = ConsentForm.ORAL


@dataclass(frozen=True, kw_only=True)
class CloseCase(CaseRequest):
    """结案; without an agreement the parties were told of other remedies (人民调解法 26 条)."""

    needs: ClassVar[Permission] = Permission.CASE_CLOSE
    outcome: Outcome
    reason: str | None = None
    remedies_told: bool = False
