"""Words for a session, so that a test says only what matters to it."""

from datetime import time

from app.kernel.ids import new_id
from app.meetings.commands import HoldMeeting, PlanMeeting
from app.meetings.enums import MeetingKind, MeetingResult, Method
from tests.world import TODAY


def plan(file, **said):
    """Plan a session and answer its id."""
    usual = {
        "meeting_id": new_id(), "kind": MeetingKind.OFFICE_HOURS, "held_on": TODAY,
        "starts": time(9, 30), "place": "镇调解室", "method": Method.FACE_TO_FACE,
    }  # fmt: skip
    return file.say(PlanMeeting, **usual | said)


def hold(file, meeting_id=None, **said):
    """Report a session and answer its id."""
    usual = {
        "meeting_id": meeting_id or new_id(), "kind": MeetingKind.OFFICE_HOURS,
        "starts": time(9, 30), "ends": time(11, 0), "place": "镇调解室",
        "method": Method.FACE_TO_FACE, "result": MeetingResult.UNSETTLED,
        "text": "双方各自陈述。", "recorder": "扎西多杰", "party_ids": tuple(file.parties.values()),
    }  # fmt: skip
    return file.say(HoldMeeting, **usual | said)
