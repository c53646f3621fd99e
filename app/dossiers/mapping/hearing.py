"""Papers of the work itself: the invitation to a session, and its record."""

from collections.abc import Iterable

from app.agreements.identity import insists_on_ink
from app.cases.enums import Language
from app.dossiers.mapping.desk import Desk
from app.kernel.errors import NotNow
from app.meetings.enums import Attending, MeetingResult, MeetingState
from app.meetings.model import Attendance, Meeting
from app.meetings.reading import attendances_of, find_meeting, meetings_of, records_of
from app.words import label
from documents import papers
from documents.papers.hearing import Result

RESULTS: dict[str, Result] = {
    MeetingResult.SETTLED: "settled",
    MeetingResult.UNSETTLED: "unsettled",
    MeetingResult.TO_BE_CONTINUED: "continues",
}
BRING = ("本人身份证", "与纠纷有关的证据材料")


def meeting_invitation(desk: Desk) -> papers.MeetingInvitation:
    """Write when and where the parties are asked to come, and that coming is free."""
    meeting = find_meeting(desk.session, desk.case, desk.subject_id)
    return papers.MeetingInvitation(
        committee=desk.committee_name,
        number=desk.number,
        addressees=desk.names,
        subject=desk.case.title,
        held_on=meeting.on,
        begins=meeting.starts,
        place=meeting.place,
        mediators=desk.mediators,
        issued_on=desk.on,
        bring=BRING,
        contact=desk.contact,
    )


def mediation_record(desk: Desk) -> papers.MediationRecord:
    """Write the record of one session, with what was added to it later (人民调解法 27 条)."""
    meeting = held_meeting(desk)
    people = [row for row in attendances_of(desk.session, meeting) if row.has_come is not False]
    return papers.MediationRecord(
        committee=desk.committee_name,
        number=desk.number,
        subject=desk.case.title,
        held_on=meeting.on,
        begins=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        parties=_names(people, Attending.PARTY),
        mediators=_names(people, Attending.MEDIATOR) or desk.mediators,
        attendees=_names(people, Attending.GUEST, Attending.SPECIALIST),
        recorder=meeting.recorder or "",
        body=_text(desk, meeting),
        result=RESULTS[meeting.result or MeetingResult.TO_BE_CONTINUED],
        session_no=_number(desk, meeting),
        read_aloud_in=_language(meeting.read_aloud_in),
        interpreter=meeting.interpreter or "",
        ink_only=insists_on_ink(desk.session, desk.case, desk.on),
    )


def held_meeting(desk: Desk) -> Meeting:
    """Find the session that the paper is about; NotNow before it was held."""
    meeting = find_meeting(desk.session, desk.case, desk.subject_id)
    if meeting.state != MeetingState.HELD:
        raise NotNow("这次调解还没有登记，不能出具记录。请先登记调解情况。")
    return meeting


def _text(desk: Desk, meeting: Meeting) -> str:
    rows = records_of(desk.session, meeting)
    if not rows:
        raise NotNow("这次调解还没有写记录（人民调解法第27条），请先写调解记录。")
    first, *later = rows
    added = [f"{row.on:%Y年%-m月%-d日}补记（{row.recorder}）：{row.text}" for row in later]
    return "\n".join([first.text, *added])


def _number(desk: Desk, meeting: Meeting) -> int:
    held = [one.id for one in meetings_of(desk.session, desk.case) if one.state == "held"]
    return held.index(meeting.id) + 1


def _names(people: Iterable[Attendance], *kinds: Attending) -> tuple[str, ...]:
    return tuple(row.name for row in people if row.attending in kinds)


def _language(word: str | None) -> str:
    return label(Language(word)) if word else ""
