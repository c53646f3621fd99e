"""Papers of the work itself: invitations, the records of sessions and inquiries, minutes."""

from collections.abc import Iterable, Iterator

from app.cases.enums import Language
from app.dossiers.mapping.desk import Desk
from app.kernel.errors import NotFound, NotNow
from app.meetings.consultation_reading import BodySeen, bodies_of, minutes_of
from app.meetings.enums import Attending, Conclusion, MeetingResult, MeetingState
from app.meetings.model import Attendance, InquiryRecord, Meeting
from app.meetings.reading import attendances_of, find_meeting, meetings_of, records_of
from app.people.bodies import Mediator
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
    meeting = _held(desk)
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
    )


def inquiry_record(desk: Desk) -> papers.InquiryRecord:
    """Write what one person said when asked."""
    row = desk.session.get(InquiryRecord, (desk.case.county_id, desk.subject_id))
    if row is None or row.case_id != desk.case.id:
        raise NotFound("这个案件没有这份调查记录，请从调查页重新打开。")
    return papers.InquiryRecord(
        committee=desk.committee_name,
        number=desk.number,
        subject=desk.case.title,
        held_on=row.on,
        begins=row.starts,
        ends=row.ends,
        place=row.place,
        inquirers=tuple(row.inquirers.split("、")),
        asked=papers.PartyBlock(name=row.asked, address=row.details or ""),
        relation=row.relation or "",
        recorder=row.recorder,
        body=row.text,
    )


def consultation_minutes(desk: Desk) -> papers.JointConsultationMinutes:
    """Write a joint consultation's minutes: who came, what they said, what they took on."""
    meeting = _held(desk)
    minutes = minutes_of(desk.session, meeting)
    if not minutes:
        raise NotNow("这次会诊还没有写纪要，请先在会诊页写明结论。")
    bodies = bodies_of(desk.session, meeting)
    came = [one.row for one in bodies if one.row.attendee]
    said = [f"{row.body}：{row.opinion}" for row in came if row.opinion]
    ended = [f"{label(Conclusion(one.conclusion))}。{one.minutes}" for one in minutes]
    return papers.JointConsultationMinutes(
        committee=desk.committee_name,
        number=desk.number,
        subject=desk.case.title,
        held_on=meeting.on,
        begins=meeting.starts,
        place=meeting.place,
        chair=_chair(desk, meeting),
        attendees=tuple(papers.Attendee(name=row.attendee or "", unit=row.body) for row in came),
        situation=desk.case.summary,
        opinions="\n".join([*said, *ended]),
        measures=tuple(measure for one in bodies for measure in _measures(one)),
        recorder=meeting.recorder or "",
    )


def _measures(seen: BodySeen) -> Iterator[papers.Measure]:
    for promise in seen.commitments:
        yield papers.Measure(
            problem="会诊事项",
            action=promise.what,
            unit=seen.row.body,
            person=seen.row.attendee or "",
            due_on=promise.due_on,
        )


def _held(desk: Desk) -> Meeting:
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


def _chair(desk: Desk, meeting: Meeting) -> str:
    found = desk.session.get(Mediator, (meeting.county_id, meeting.chair_id))
    return found.name if found else "".join(desk.mediators[:1])


def _language(word: str | None) -> str:
    return label(Language(word)) if word else ""
