"""/cases/<id>/specialists: experts called to the case with every party's consent (20 条)."""

from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.cases.model import Case
from app.cases.specialist_commands import ReleaseSpecialist
from app.cases.specialists import specialists_of
from app.people.names import serving_specialists
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, press, shape, speaking, take
from forms.invitation import SpecialistForm

page = Blueprint("case_specialists", __name__, url_prefix="/cases/<uuid:case_id>/specialists")


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show who is called, and the form."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID) -> Answered:
    """Call a specialist."""
    case = found(case_id)
    form = _form(case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/specialists"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


@page.post("/<uuid:seat_id>/release")
@requires(Permission.CASE_MEDIATE)
def release(case_id: UUID, seat_id: UUID) -> Response:
    """Let a specialist go."""
    found(case_id)
    command = ReleaseSpecialist(**speaking(case_id, seat_id=seat_id))
    return press(command, f"/cases/{case_id}/specialists", "专家已退出本案。")


def _form(case: Case) -> SpecialistForm:
    form = shape(SpecialistForm, case)
    form.specialist_id.offer(serving_specialists(door.reading(), case.county_id))
    return form


def _shown(case: Case, form: SpecialistForm) -> str:
    seats = specialists_of(door.reading(), case)
    return render_template("meetings/specialists.html", case=case, form=form, seats=seats)
