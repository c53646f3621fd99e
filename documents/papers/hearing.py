"""Papers of the work itself: invitations, records of inquiry and mediation, minutes."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, Literal

from documents.papers.parts import LETTER, Paper, PartyBlock

Result = Literal["settled", "unsettled", "continues"]


@dataclass(frozen=True, kw_only=True)
class MeetingInvitation(Paper):
    """调解通知书: when, where, what to bring, and that coming is free."""

    code: ClassVar[str] = "meeting_invitation"
    title: ClassVar[str] = "调解通知书"
    dated_by: ClassVar[str] = "issued_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    addressees: tuple[str, ...]
    subject: str
    held_on: date
    begins: time
    place: str
    mediators: tuple[str, ...]
    issued_on: date
    bring: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class ConsultationNotice(Paper):
    """集体会诊通知 (ROUTING 7): to one body; a slip at the foot comes back with who attends."""

    code: ClassVar[str] = "consultation_notice"
    title: ClassVar[str] = "集体会诊通知"
    dated_by: ClassVar[str] = "issued_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    to: str
    subject: str
    situation: str
    held_on: date
    begins: time
    place: str
    chair: str
    issued_on: date
    bring: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class InquiryRecord(Paper):
    """人民调解调查记录 (PAPERS ⑥): every page is signed by the person asked.

    ``body`` is the conversation, one line a turn, beginning with 问： or 答：.
    """

    code: ClassVar[str] = "inquiry_record"
    title: ClassVar[str] = "人民调解调查记录"
    dated_by: ClassVar[str] = "held_on"

    subject: str
    held_on: date
    begins: time
    place: str
    inquirers: tuple[str, ...]
    asked: PartyBlock
    relation: str
    recorder: str
    body: str
    ends: time | None = None
    attendees: tuple[str, ...] = ()
    read_aloud_in: str = ""
    interpreter: str = ""


@dataclass(frozen=True, kw_only=True)
class MediationRecord(Paper):
    """人民调解记录 (PAPERS ⑧; Art 27): read back, then signed on every page.

    ``parties`` are all who were present; ``attendees`` are those the committee invited.
    """

    code: ClassVar[str] = "mediation_record"
    title: ClassVar[str] = "人民调解记录"
    dated_by: ClassVar[str] = "held_on"

    RESULTS: ClassVar[dict[str, str]] = {
        "settled": "1．调解成功",
        "unsettled": "2．调解不成",
        "continues": "3．有待继续调解",
    }

    subject: str
    held_on: date
    begins: time
    place: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    recorder: str
    body: str
    result: Result
    ends: time | None = None
    session_no: int = 1
    attendees: tuple[str, ...] = ()
    read_aloud_in: str = ""
    interpreter: str = ""


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Who came, from where, as what."""

    name: str
    unit: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One task of a consultation: the problem, what is done, who answers for it, by when."""

    problem: str
    action: str
    unit: str
    person: str = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class JointConsultationMinutes(Paper):
    """集体会诊纪要: problems, responsible units, measures and time limits."""

    code: ClassVar[str] = "consultation_minutes"
    title: ClassVar[str] = "集体会诊纪要"
    dated_by: ClassVar[str] = "held_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    subject: str
    held_on: date
    begins: time
    place: str
    chair: str
    attendees: tuple[Attendee, ...]
    situation: str
    opinions: str
    measures: tuple[Measure, ...]
    recorder: str
