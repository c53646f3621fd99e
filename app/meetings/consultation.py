"""集体会诊: several bodies at one table, each with an answer, an opinion and what it took on.

A commitment's day runs in the deadline ledger, so that it stands on 今日工作 until it is done.
"""

from uuid import UUID

from app.cases.verbs import renew, take_case, take_open_case
from app.deadlines.opening import day_set, end_terms, start_promise
from app.kernel.bus import Work
from app.kernel.errors import NotFound, NotNow
from app.kernel.ids import new_id
from app.meetings.consultation_commands import (
    ConcludeConsultation,
    FulfillCommitment,
    InviteBody,
    MakeCommitment,
    NudgeBody,
    RecordBodyAnswer,
    RecordOpinion,
)
from app.meetings.consultation_reading import find_body, minutes_of
from app.meetings.consultation_records import (
    BodyNudge,
    Commitment,
    ConsultationMinutes,
    ConsultedBody,
)
from app.meetings.enums import BodyAnswer, MeetingKind
from app.meetings.reading import find_meeting
from app.meetings.tags import Tag


def invite_body(command: InviteBody, work: Work) -> UUID:
    """Ask a body to a joint consultation."""
    case = take_open_case(work)
    meeting = find_meeting(work.session, case, command.meeting_id)
    if meeting.kind != MeetingKind.JOINT_CONSULTATION:
        raise NotNow("只有集体会诊才邀请单位。请先安排一次集体会诊。")
    body = ConsultedBody(
        county_id=case.county_id,
        id=new_id(),
        meeting_id=meeting.id,
        body=command.body,
        contact=command.contact,
        bring=command.bring,
        invited_on=command.on,
        invited_by=command.actor_id,
        answer=BodyAnswer.WAITING,
    )
    work.session.add(body)
    renew(case)
    work.record(Tag.BODY_INVITED, case.id, meeting_id=meeting.id, body=command.body)
    return body.id


def nudge_body(command: NudgeBody, work: Work) -> None:
    """Remind a body that has not answered."""
    case = take_open_case(work)
    body = find_body(work.session, case, command.body_id)
    if body.answer != BodyAnswer.WAITING:
        message = f"{body.body}已经答复，不用再催。"
        raise NotNow(message)
    nudge = BodyNudge(
        county_id=case.county_id,
        id=new_id(),
        body_id=body.id,
        on=command.on,
        nudged_by=command.actor_id,
        nudged_at=work.now,
    )
    work.session.add(nudge)
    renew(case)
    work.record(Tag.BODY_NUDGED, case.id, body=body.body)


def record_body_answer(command: RecordBodyAnswer, work: Work) -> None:
    """Keep what a body answered; a later answer counts, the first stays in the footprints."""
    case = take_case(work)
    body = find_body(work.session, case, command.body_id)
    body.answer = command.answer
    body.answered_on = None if command.answer is BodyAnswer.WAITING else command.on
    body.attendee = command.attendee or body.attendee
    renew(case)
    late = not case.is_open
    work.record(Tag.BODY_ANSWERED, case.id, body=body.body, answer=command.answer, late=late)


def record_opinion(command: RecordOpinion, work: Work) -> None:
    """Keep a body's opinion; a later one is added below the first."""
    case = take_case(work)
    body = find_body(work.session, case, command.body_id)
    added = f"{body.opinion}\n{command.on:%Y-%m-%d} 补充：{command.opinion}"
    body.opinion = command.opinion if body.opinion is None else added
    renew(case)
    work.record(Tag.OPINION_GIVEN, case.id, body=body.body, late=not case.is_open)


def make_commitment(command: MakeCommitment, work: Work) -> UUID:
    """Keep what a body took on, and start watching its day."""
    case = take_case(work)
    body = find_body(work.session, case, command.body_id)
    commitment = Commitment(
        county_id=case.county_id,
        id=new_id(),
        body_id=body.id,
        what=command.what,
        due_on=command.due_on,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(commitment)
    renew(case)
    work.record(Tag.COMMITTED, case.id, body=body.body, late=not case.is_open)
    name = f"会诊承诺：{body.body} {command.what}"[:100]
    promised = day_set(name, "会诊单位的承诺")
    start_promise(work, case.id, promised, command.due_on, subject_id=commitment.id)
    return commitment.id


def fulfill_commitment(command: FulfillCommitment, work: Work) -> None:
    """Keep that a body did what it took on; its day is met."""
    case = take_case(work)
    commitment = work.session.get(Commitment, (case.county_id, command.commitment_id))
    if commitment is None:
        raise NotFound("没有找到这条承诺。请刷新页面后重试。")
    body = find_body(work.session, case, commitment.body_id)
    if commitment.fulfilled_on is None:
        commitment.fulfilled_on, commitment.proof = command.on, command.proof
        end_terms(work, case.id, subject_id=commitment.id)
    renew(case)
    work.record(Tag.COMMITMENT_FULFILLED, case.id, body=body.body, late=not case.is_open)


def conclude_consultation(command: ConcludeConsultation, work: Work) -> int:
    """Keep conclusion and minutes; later minutes are added. Answers their number."""
    case = take_case(work)
    meeting = find_meeting(work.session, case, command.meeting_id)
    ordinal = len(minutes_of(work.session, meeting)) + 1
    minutes = ConsultationMinutes(
        county_id=case.county_id,
        meeting_id=meeting.id,
        ordinal=ordinal,
        conclusion=command.conclusion,
        minutes=command.minutes,
        on=command.on,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(minutes)
    renew(case)
    late = not case.is_open
    said = {"conclusion": command.conclusion, "ordinal": ordinal}
    work.record(Tag.CONCLUDED, case.id, meeting_id=meeting.id, late=late, **said)
    return ordinal
