"""Papers of a joint consultation (集体会诊): who is asked to come, and what was agreed there."""

from collections.abc import Iterator

from app.dossiers.mapping.desk import Desk
from app.dossiers.mapping.hearing import held_meeting
from app.kernel.errors import NotNow
from app.meetings.consultation_reading import BodySeen, bodies_of, find_body, minutes_of
from app.meetings.enums import Conclusion
from app.meetings.model import Meeting
from app.meetings.reading import find_meeting
from app.people.bodies import Mediator
from app.words import label
from documents import papers


def consultation_notice(desk: Desk) -> papers.ConsultationNotice:
    """Write to one body where the consultation is, what it is about, and what to bring."""
    body = find_body(desk.session, desk.case, desk.subject_id)
    meeting = find_meeting(desk.session, desk.case, body.meeting_id)
    return papers.ConsultationNotice(
        committee=desk.committee_name,
        number=desk.number,
        to=body.body,
        subject=desk.case.title,
        situation=desk.case.summary,
        held_on=meeting.on,
        begins=meeting.starts,
        place=meeting.place,
        chair=_chair(desk, meeting),
        bring=body.bring or "",
        issued_on=body.invited_on,
        contact=desk.contact,
    )


def consultation_minutes(desk: Desk) -> papers.JointConsultationMinutes:
    """Write a joint consultation's minutes: who came, what they said, what they took on."""
    meeting = held_meeting(desk)
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
        measures=tuple(measure for one in bodies for measure in _measures(one, desk.matter)),
        recorder=meeting.recorder or "",
    )


def _measures(seen: BodySeen, matter: str) -> Iterator[papers.Measure]:
    for promise in seen.commitments:
        yield papers.Measure(
            problem=matter,
            action=promise.what,
            unit=seen.row.body,
            person=seen.row.attendee or "",
            due_on=promise.due_on,
        )


def _chair(desk: Desk, meeting: Meeting) -> str:
    found = desk.session.get(Mediator, (meeting.county_id, meeting.chair_id))
    return found.name if found else "".join(desk.mediators[:1])
