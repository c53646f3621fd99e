"""/cases/<id>/consulted-bodies/<id>/nudges: a body that has not answered is reminded."""

from uuid import UUID

from flask import Blueprint
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.meetings.consultation_commands import NudgeBody
from app.meetings.consultation_reading import find_body
from app.web import door
from app.web.guard import requires
from app.web.steps import found, press, speaking

page = Blueprint("body_nudges", __name__, url_prefix="/cases/<uuid:case_id>/consulted-bodies")


@page.post("/<uuid:body_id>/nudges")
@requires(Permission.CASE_MEDIATE)
def nudge(case_id: UUID, body_id: UUID) -> Response:
    """Remind a body that has not answered."""
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    there = f"/cases/{case_id}/meetings/{body.meeting_id}/consultation"
    return press(NudgeBody(**speaking(case_id, body_id=body_id)), there, "已记录催办。")
