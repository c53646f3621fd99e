"""Load meetings with who was there, what was written and what was not in order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.handover_consent import last_accepted
from app.cases.model import Case
from app.kernel.errors import NotFound, NotNow
from app.meetings.enums import Flaw, MeetingResult, MeetingState
from app.meetings.model import (
    Attendance,
    InquiryRecord,
    MediationRecord,
    Meeting,
    MeetingFlaw,
    MeetingLanguage,
)


def meetings_of(session: Session, case: Case) -> Sequence[Meeting]:
    """List the meetings of a case, the earliest first."""
    query = select(Meeting).where(Meeting.county_id == case.county_id, Meeting.case_id == case.id)
    return session.scalars(query.order_by(Meeting.on, Meeting.starts, Meeting.id)).all()


def find_meeting(session: Session, case: Case, meeting_id: UUID) -> Meeting:
    """Find a meeting of this case; NotFound for anybody else's."""
    meeting = session.get(Meeting, (case.county_id, meeting_id))
    if meeting is None or meeting.case_id != case.id:
        raise NotFound("这个案件没有这次调解。请从案件页重新打开。")
    return meeting


def find_planned(session: Session, case: Case, meeting_id: UUID) -> Meeting:
    """Find a meeting of this case that is still ahead; NotNow after it was held or called off."""
    meeting = find_meeting(session, case, meeting_id)
    if meeting.state != MeetingState.PLANNED:
        raise NotNow("这次调解已经举行或取消，不能再改。请刷新页面查看最新情况。")
    return meeting


def attendances_of(session: Session, meeting: Meeting) -> Sequence[Attendance]:
    """List who was there or is expected, in the order they were entered."""
    query = select(Attendance).where(
        Attendance.county_id == meeting.county_id, Attendance.meeting_id == meeting.id
    )
    return session.scalars(query.order_by(Attendance.ordinal)).all()


def records_of(session: Session, meeting: Meeting) -> Sequence[MediationRecord]:
    """List the record of a session and its supplements."""
    query = select(MediationRecord).where(
        MediationRecord.county_id == meeting.county_id, MediationRecord.meeting_id == meeting.id
    )
    return session.scalars(query.order_by(MediationRecord.ordinal)).all()


def flaws_of(session: Session, meeting: Meeting) -> list[Flaw]:
    """List what was not in order when the session was reported."""
    query = select(MeetingFlaw.flaw).where(
        MeetingFlaw.county_id == meeting.county_id, MeetingFlaw.meeting_id == meeting.id
    )
    found = set(session.scalars(query))
    return [flaw for flaw in Flaw if flaw in found]


def languages_of(session: Session, meeting: Meeting) -> list[str]:
    """List the languages spoken."""
    query = select(MeetingLanguage.language).where(
        MeetingLanguage.county_id == meeting.county_id, MeetingLanguage.meeting_id == meeting.id
    )
    return list(session.scalars(query.order_by(MeetingLanguage.language)))


def inquiries_of(session: Session, case: Case) -> Sequence[InquiryRecord]:
    """List the inquiries of a case, the earliest first."""
    query = select(InquiryRecord).where(
        InquiryRecord.county_id == case.county_id, InquiryRecord.case_id == case.id
    )
    ordered = query.order_by(InquiryRecord.on, InquiryRecord.starts, InquiryRecord.id)
    return session.scalars(ordered).all()


def failed_sessions(session: Session, case: Case) -> int:
    """Count the sessions that ended 调解不成 since the present committee has the case."""
    last = last_accepted(session, case)
    since = last.answered_on if last is not None else None
    return sum(
        meeting.result == MeetingResult.UNSETTLED and (since is None or meeting.on >= since)
        for meeting in meetings_of(session, case)
    )
