"""调解记录: what happened in the yard is always taken; what was not in order is written beside it.

人民调解法 27 条. A second report of the same meeting is kept as a supplement.
"""

from uuid import UUID

from app.cases.model import Case
from app.cases.stages import Stage
from app.cases.verbs import follow_case, renew, take_case
from app.kernel.bus import Work
from app.kernel.errors import NotFound
from app.meetings.commands import HoldMeeting, RecordInquiry
from app.meetings.enums import Flaw, MeetingKind, MeetingState
from app.meetings.flaws import flaws_in
from app.meetings.model import (
    InquiryRecord,
    MediationRecord,
    Meeting,
    MeetingFlaw,
    MeetingLanguage,
)
from app.meetings.publicity import objection_to
from app.meetings.reading import records_of
from app.meetings.seating import seat_those_who_came
from app.meetings.tags import Tag


def hold_meeting(command: HoldMeeting, work: Work) -> UUID:
    """Keep what happened at a session, planned or not."""
    case = take_case(work)
    before = work.session.get(Meeting, (case.county_id, command.meeting_id))
    if before is not None and before.case_id != case.id:
        raise NotFound("这次调解属于另一个案件。请从案件页重新打开。")
    if before is not None and before.state == MeetingState.HELD:
        return _supplement(before, case, command, work)
    flaws = flaws_in(work.session, case, before, command)
    if not _follow(case, command, work):
        flaws.append(Flaw.OFF_THE_ROAD)
    meeting = before or Meeting(county_id=case.county_id, id=command.meeting_id, case_id=case.id)
    _write_down(meeting, case, command, work)
    work.session.add(meeting)
    work.session.flush()
    _add_rows(meeting, flaws, command, work)
    seat_those_who_came(work.session, case, meeting, command)
    renew(case)
    said = {"kind": command.kind, "result": command.result, "flaws": [str(f) for f in flaws]}
    late = Flaw.CASE_CLOSED in flaws or Flaw.OFF_THE_ROAD in flaws
    work.record(Tag.HELD, case.id, meeting_id=meeting.id, late=late, **said)
    return meeting.id


def record_inquiry(command: RecordInquiry, work: Work) -> UUID:
    """Keep what somebody said when they were asked; a second report of one inquiry changes nothing."""
    case = take_case(work)
    known = work.session.get(InquiryRecord, (case.county_id, command.inquiry_id))
    if known is not None:
        return known.id
    inquiry = InquiryRecord(
        county_id=case.county_id,
        id=command.inquiry_id,
        case_id=case.id,
        on=command.on,
        starts=command.starts,
        ends=command.ends,
        place=command.place,
        inquirers=command.inquirers,
        recorder=command.recorder,
        asked=command.asked,
        relation=command.relation,
        details=command.details,
        text=command.text,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(inquiry)
    renew(case)
    work.record(Tag.INQUIRED, case.id, inquiry_id=inquiry.id, late=not case.is_open)
    return inquiry.id


def _follow(case: Case, command: HoldMeeting, work: Work) -> bool:
    if command.kind is MeetingKind.HOME_FOLLOW_UP:
        return case.stage == Stage.HOME_FOLLOW_UP
    return follow_case(case, Stage(command.kind), work)


def _write_down(meeting: Meeting, case: Case, command: HoldMeeting, work: Work) -> None:
    objection = objection_to(
        work.session, case, asks_public=command.asks_public, objection=command.objection
    )
    meeting.kind, meeting.state = command.kind, MeetingState.HELD
    meeting.on, meeting.starts, meeting.ends = command.on, command.starts, command.ends
    meeting.place, meeting.method = command.place, command.method
    meeting.asks_public = command.asks_public
    meeting.is_public = command.asks_public and objection is None
    meeting.objection = objection
    meeting.recorder = command.recorder
    meeting.interpreter = command.interpreter
    meeting.read_aloud_in = command.read_aloud_in
    meeting.result, meeting.next_on = command.result, command.next_on
    meeting.held_by, meeting.held_at = command.actor_id, work.now


def _add_rows(meeting: Meeting, flaws: list[Flaw], command: HoldMeeting, work: Work) -> None:
    key = {"county_id": meeting.county_id, "meeting_id": meeting.id}
    rows = [MeetingLanguage(language=one, **key) for one in dict.fromkeys(command.languages)]
    marks = [MeetingFlaw(flaw=one, **key) for one in dict.fromkeys(flaws)]
    work.session.add_all([*rows, *marks, _record(meeting, 1, command, work)])


def _supplement(meeting: Meeting, case: Case, command: HoldMeeting, work: Work) -> UUID:
    ordinal = len(records_of(work.session, meeting)) + 1
    work.session.add(_record(meeting, ordinal, command, work))
    renew(case)
    work.record(
        Tag.SUPPLEMENTED,
        case.id,
        meeting_id=meeting.id,
        ordinal=ordinal,
        result=command.result,
        late=not case.is_open,
    )
    return meeting.id


def _record(meeting: Meeting, ordinal: int, command: HoldMeeting, work: Work) -> MediationRecord:
    return MediationRecord(
        county_id=meeting.county_id,
        meeting_id=meeting.id,
        ordinal=ordinal,
        on=command.on,
        text=command.text,
        recorder=command.recorder,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
