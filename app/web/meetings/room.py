"""/cases/<id>/meetings/<id>/room: take a room for a planned session, or let it go."""

from uuid import UUID

from flask import Blueprint
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.meetings.reading import find_meeting
from app.meetings.room_commands import ReleaseRoom
from app.web import door
from app.web.guard import requires
from app.web.meetings import meeting as pages
from app.web.meetings.booking import booking_form
from app.web.steps import Answered, found, press, speaking, take

PATH = "/cases/<uuid:case_id>/meetings/<uuid:meeting_id>/room"
page = Blueprint("meeting_room", __name__, url_prefix=PATH)


@page.post("")
@requires(Permission.CASE_MEDIATE)
def book(case_id: UUID, meeting_id: UUID) -> Answered:
    """Take a room."""
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    form, who = booking_form(case), speaking(case_id, meeting_id=meeting_id)

    def again() -> str:
        return pages.shown(case, meeting, "booking", form)

    there = f"/cases/{case_id}/meetings/{meeting_id}"
    return take(form, lambda f: f.to_command(**who), again, there)


@page.post("/release")
@requires(Permission.CASE_MEDIATE)
def release(case_id: UUID, meeting_id: UUID) -> Response:
    """Let it go."""
    there = f"/cases/{found(case_id).id}/meetings/{meeting_id}"
    return press(ReleaseRoom(**speaking(case_id, meeting_id=meeting_id)), there, "已退订会诊室。")
