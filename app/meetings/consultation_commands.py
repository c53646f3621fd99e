"""What is said around a joint consultation (集体会诊)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.cases.commands import CaseReport, CaseRequest
from app.meetings.enums import BodyAnswer, Conclusion


@dataclass(frozen=True, kw_only=True)
class InviteBody(CaseRequest):
    """会诊通知: ask a body to come, and say what to bring."""

    meeting_id: UUID
    body: str
    contact: str | None = None
    bring: str | None = None


@dataclass(frozen=True, kw_only=True)
class NudgeBody(CaseRequest):
    """催办: remind a body that has not answered."""

    body_id: UUID


@dataclass(frozen=True, kw_only=True)
class RecordBodyAnswer(CaseReport):
    """回执: what the body answered, and who comes."""

    body_id: UUID
    answer: BodyAnswer
    attendee: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordOpinion(CaseReport):
    """会上意见 of one body, in its own words."""

    body_id: UUID
    opinion: str


@dataclass(frozen=True, kw_only=True)
class MakeCommitment(CaseReport):
    """承诺事项: what a body took on, and by when."""

    body_id: UUID
    what: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class FulfillCommitment(CaseReport):
    """A body did what it had taken on."""

    commitment_id: UUID
    proof: str


@dataclass(frozen=True, kw_only=True)
class ConcludeConsultation(CaseReport):
    """会诊结论 and minutes."""

    meeting_id: UUID
    conclusion: Conclusion
    minutes: str
