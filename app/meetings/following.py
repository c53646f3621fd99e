"""What an ending sets going here: a closed case has no more planned meetings."""

from app.cases.verbs import case_of
from app.kernel.bus import Work
from app.kernel.footprints import Footprint
from app.meetings.enums import MeetingState
from app.meetings.reading import meetings_of
from app.meetings.rooms import release
from app.meetings.tags import Tag


def cancel_with_the_case(footprint: Footprint, work: Work) -> None:
    """Call off what was still planned when the case was closed."""
    case = case_of(footprint, work)
    for meeting in meetings_of(work.session, case):
        if meeting.state == MeetingState.PLANNED:
            meeting.state = MeetingState.CANCELLED
            meeting.cancel_reason = "案件已结案"
            release(meeting, work)
            work.record(Tag.CANCELLED, case.id, meeting_id=meeting.id)
