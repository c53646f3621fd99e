"""/cases/<id>/meetings/<id>: one session: who, when, what was written; move it or call it off."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.meetings.model import Meeting
from app.meetings.reading import find_meeting
from app.web import door
from app.web.guard import requires
from app.web.meetings.booking import booked, booking_form
from app.web.meetings.sight import seen
from app.web.steps import Answered, found, shape, speaking, take
from forms.base import Form
from forms.invitation import GuestForm
from forms.meeting import CancelForm, MoveForm

page = Blueprint("meeting", __name__, url_prefix="/cases/<uuid:case_id>/meetings/<uuid:meeting_id>")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID, meeting_id: UUID) -> str:
    """Show a session."""
    case = found(case_id)
    return shown(case, find_meeting(door.reading(), case, meeting_id))


@page.post("/date")
@requires(Permission.CASE_MEDIATE)
def move(case_id: UUID, meeting_id: UUID) -> Answered:
    """Plan it for another day, hour or place."""
    return _step(case_id, meeting_id, "moving", MoveForm)


@page.post("/cancellation")
@requires(Permission.CASE_MEDIATE)
def cancel(case_id: UUID, meeting_id: UUID) -> Answered:
    """Call it off."""
    return _step(case_id, meeting_id, "cancelling", CancelForm)


@page.post("/guests")
@requires(Permission.CASE_MEDIATE)
def invite(case_id: UUID, meeting_id: UUID) -> Answered:
    """Invite one more person."""
    return _step(case_id, meeting_id, "inviting", GuestForm)


FORMS = MoveForm | CancelForm | GuestForm


def _step(case_id: UUID, meeting_id: UUID, name: str, kind: type[FORMS]) -> Answered:
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    form = shape(kind, case, prefix=name)
    who = speaking(case_id, meeting_id=meeting_id)
    there = f"/cases/{case_id}/meetings/{meeting_id}"
    return take(
        form, lambda f: f.to_command(**who), lambda: shown(case, meeting, name, form), there
    )


def shown(case: Case, meeting: Meeting, name: str = "", form: Form | None = None) -> str:
    """Show a session; a form that was not taken comes back as it was typed."""
    known = {"held_on": meeting.on, "starts": meeting.starts, "place": meeting.place}
    forms: dict[str, Form] = {
        "moving": shape(MoveForm, case, prefix="moving", **known),
        "cancelling": shape(CancelForm, case, prefix="cancelling"),
        "inviting": shape(GuestForm, case, prefix="inviting"),
        "booking": booking_form(case, formdata=None),
    }
    forms |= {name: form} if form else {}
    given = seen(case, meeting) | {"booked": booked(meeting)} | forms
    return render_template("meetings/show.html", case=case, **given)
