"""/cases/<id>/revisits: when to ask how it went, and what was heard (75号令 37 条)."""

from uuid import UUID

from flask import Blueprint, render_template, request

from app.aftercare.reading import records_of_case, revisits_of_case
from app.agreements.reading import agreements_of, mediators_of, parties_of
from app.cases.model import Case
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.revisit import RevisitForm

page = Blueprint("revisits", __name__, url_prefix="/cases/<uuid:case_id>/revisits")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the revisits and the form for the next one."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_FOLLOW_UP)
def create(case_id: UUID) -> Answered:
    """Keep what a party said."""
    case = found(case_id)
    form = _form(case)
    who = speaking(case_id)
    again = f"/cases/{case_id}/revisits"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), again)


def _form(case: Case) -> RevisitForm:
    waiting = [one for one in revisits_of_case(door.reading(), case) if one.held_on is None]
    asked = request.args.get("visit", str(waiting[0].id) if waiting else "")
    form = shape(RevisitForm, case, revisit_id=asked, visitors=door.actor().name)
    form.party_id.offer((one.id, one.name) for one in parties_of(door.reading(), case))
    return form


def _shown(case: Case, form: RevisitForm) -> str:
    session = door.reading()
    return render_template(
        "aftercare/revisits.html",
        case=case,
        form=form,
        revisits=revisits_of_case(session, case),
        records=records_of_case(session, case),
        agreements={one.id: one for one in agreements_of(session, case)},
        names={one.id: one.name for one in parties_of(session, case)},
        mediators=mediators_of(session, case),
        today=door.clock().today(),
    )
