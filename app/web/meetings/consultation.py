"""/cases/<id>/meetings/<id>/consultation: the bodies of a joint consultation, side by side."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.meetings.model import Meeting
from app.meetings.reading import find_meeting
from app.web import door
from app.web.guard import requires
from app.web.meetings.asking import bodies_to_ask
from app.web.meetings.sight import gathered
from app.web.steps import Answered, found, shape, speaking, take
from forms.base import Form
from forms.consultation import BodyForm
from forms.minutes import MinutesForm

PATH = "/cases/<uuid:case_id>/meetings/<uuid:meeting_id>/consultation"
page = Blueprint("consultation", __name__, url_prefix=PATH)


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID, meeting_id: UUID) -> str:
    """Show the table of bodies, the forms, the minutes."""
    case = found(case_id)
    return _shown(case, find_meeting(door.reading(), case, meeting_id))


@page.post("/bodies")
@requires(Permission.CASE_MEDIATE)
def invite(case_id: UUID, meeting_id: UUID) -> Answered:
    """Ask a body to come."""
    return _step(case_id, meeting_id, "asking", BodyForm)


@page.post("/minutes")
@requires(Permission.CASE_MEDIATE)
def conclude(case_id: UUID, meeting_id: UUID) -> Answered:
    """Keep conclusion and minutes."""
    return _step(case_id, meeting_id, "concluding", MinutesForm)


def _step(
    case_id: UUID, meeting_id: UUID, name: str, kind: type[BodyForm | MinutesForm]
) -> Answered:
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    form = shape(kind, case, prefix=name)
    who = speaking(case_id, meeting_id=meeting_id)
    there = f"/cases/{case_id}/meetings/{meeting_id}/consultation"
    return take(
        form, lambda f: f.to_command(**who), lambda: _shown(case, meeting, name, form), there
    )


def _shown(case: Case, meeting: Meeting, name: str = "", form: Form | None = None) -> str:
    forms: dict[str, object] = {
        "asking": shape(BodyForm, case, prefix="asking"),
        "concluding": shape(MinutesForm, case, prefix="concluding"),
    }
    forms |= {name: form} if form else {}
    proposed = bodies_to_ask(door.reading(), case)
    given = forms | {"proposed": proposed} | gathered(case, meeting)
    return render_template("meetings/consultation.html", **given)
