"""/cases/<id>/meetings: the sessions of a case, and the form that plans the next one."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent_gate import hurdles_before_mediation
from app.cases.model import Case
from app.cases.recusal import seats_of
from app.cases.stages import Stage
from app.meetings.reading import inquiries_of, meetings_of
from app.people.bodies import Committee
from app.people.names import mediator_names
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.meeting import PlanForm

page = Blueprint("meetings", __name__, url_prefix="/cases/<uuid:case_id>/meetings")


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show what was held, what is planned, and the form."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID) -> Answered:
    """Plan a session."""
    case = found(case_id)
    form = _form(case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/meetings/{form.key.data}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


def _form(case: Case) -> PlanForm:
    session = door.reading()
    seats = [seat.mediator_id for seat in seats_of(session, case)]
    form = shape(
        PlanForm,
        case,
        kind=case.stage if case.stage not in {Stage.INTAKE, Stage.CLOSED} else None,
        place=_room(case),
        chair_id=seats[0] if seats else None,
    )
    names = mediator_names(session, case.county_id, seats)
    form.chair_id.offer((seat, names[seat]) for seat in seats)
    return form


def _room(case: Case) -> str:
    if case.stage == Stage.VILLAGE_VISIT:
        return case.place or ""
    committee = door.reading().get(Committee, (case.county_id, case.committee_id))
    return f"{committee.name}调解室" if committee else ""


def _shown(case: Case, form: PlanForm) -> str:
    session = door.reading()
    return render_template(
        "meetings/index.html",
        case=case,
        form=form,
        meetings=meetings_of(session, case),
        inquiries=inquiries_of(session, case),
        hurdles=hurdles_before_mediation(session, case),
        today=door.clock().today(),
    )
