"""安排、改期、取消: asking for a session, behind the gate that the law puts before it."""

from datetime import date
from uuid import UUID

from app.cases.consent_gate import demand_open_gate
from app.cases.model import Case
from app.cases.stages import Stage
from app.cases.verbs import move_case, renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.meetings.commands import CancelMeeting, InviteGuest, MoveMeeting, PlanMeeting
from app.meetings.enums import MeetingKind, MeetingState
from app.meetings.model import Meeting
from app.meetings.publicity import objection_to
from app.meetings.reading import find_planned
from app.meetings.rooms import follow_move, release
from app.meetings.seating import demand_consent, expect, welcome
from app.meetings.tags import Tag


def plan_meeting(command: PlanMeeting, work: Work) -> UUID:
    """Plan a session; the case steps into its clinic where the road leads there."""
    case = take_open_case(work)
    _demand_day(command.held_on, case)
    if command.kind is MeetingKind.HOME_FOLLOW_UP:
        _demand_follow_up(case)
    else:
        demand_open_gate(work.session, case)
    demand_consent(command.guests)
    if case.stage != command.kind:
        move_case(case, Stage(command.kind), work)
    meeting = _meeting(command, case, work)
    work.session.add(meeting)
    work.session.flush()
    expect(work.session, case, meeting, command.guests)
    renew(case)
    work.record(Tag.PLANNED, case.id, meeting_id=meeting.id, kind=command.kind, day=meeting.on)
    return meeting.id


def move_meeting(command: MoveMeeting, work: Work) -> None:
    """Plan it for another day, hour or place."""
    case = take_open_case(work)
    _demand_day(command.held_on, case)
    meeting = find_planned(work.session, case, command.meeting_id)
    came_from, place = meeting.on, meeting.place
    meeting.on, meeting.starts, meeting.place = command.held_on, command.starts, command.place
    follow_move(meeting, place, work)
    renew(case)
    work.record(Tag.MOVED, case.id, meeting_id=meeting.id, came_from=came_from, went_to=meeting.on)


def cancel_meeting(command: CancelMeeting, work: Work) -> None:
    """Call a planned session off; the plan stays in the history."""
    case = take_open_case(work)
    meeting = find_planned(work.session, case, command.meeting_id)
    if not command.reason.strip():
        raise Incomplete("请写明取消的原因。", field="reason")
    meeting.state = MeetingState.CANCELLED
    meeting.cancel_reason = command.reason
    release(meeting, work)
    renew(case)
    work.record(Tag.CANCELLED, case.id, meeting_id=meeting.id)


def invite_guest(command: InviteGuest, work: Work) -> UUID:
    """Invite one more person, all parties having agreed (人民调解法 20 条)."""
    case = take_open_case(work)
    meeting = find_planned(work.session, case, command.meeting_id)
    demand_consent([command.guest])
    seat = welcome(work.session, meeting, command.guest)
    renew(case)
    work.record(Tag.GUEST_INVITED, case.id, meeting_id=meeting.id, kind=command.guest.kind)
    return seat


def _demand_day(day: date, case: Case) -> None:
    if day < case.received_on:
        message = f"调解日期{day}早于登记日期{case.received_on}，请核对。"
        raise Incomplete(message, field="held_on")


def _demand_follow_up(case: Case) -> None:
    if case.stage != Stage.HOME_FOLLOW_UP:
        message = (
            "达成的协议生效以后才有上门复诊。请先办理协议；还在调解的，请安排坐班、进村或会诊。"
        )
        raise NotNow(message)


def _meeting(command: PlanMeeting, case: Case, work: Work) -> Meeting:
    objection = objection_to(
        work.session, case, asks_public=command.asks_public, objection=command.objection
    )
    return Meeting(
        county_id=case.county_id,
        id=command.meeting_id,
        case_id=case.id,
        kind=command.kind,
        state=MeetingState.PLANNED,
        on=command.held_on,
        starts=command.starts,
        place=command.place,
        method=command.method,
        asks_public=command.asks_public,
        is_public=command.asks_public and objection is None,
        objection=objection,
        chair_id=command.chair_id,
        planned_by=command.actor_id,
        planned_at=work.now,
    )
