"""/cases/<id>/deadlines: what runs, how each day was counted, whose move it is; pause and extend."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent import parties_of
from app.cases.model import Case
from app.deadlines.ledger import Kind
from app.deadlines.reading import Shown, deadlines_of, entries_written, find_deadline
from app.people.names import names_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.clock_entry import ClockEntryForm

page = Blueprint("case_deadlines", __name__, url_prefix="/cases/<uuid:case_id>/deadlines")


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show every term of the case."""
    case = found(case_id)
    shown = deadlines_of(door.reading(), case)
    today = door.clock().today()
    return render_template("deadlines/case.html", case=case, deadlines=shown, today=today)


@page.get("/<uuid:deadline_id>")
@requires(Permission.CASE_READ)
def show(case_id: UUID, deadline_id: UUID) -> str:
    """Show one term, with what happened to it and the form for what happens next."""
    case = found(case_id)
    one = find_deadline(door.reading(), case, deadline_id)
    return _shown(case, one, _form(case, one))


@page.post("/<uuid:deadline_id>/entries")
@requires(Permission.CASE_MEDIATE)
def enter(case_id: UUID, deadline_id: UUID) -> Answered:
    """Pause, resume, extend or shorten."""
    case = found(case_id)
    one = find_deadline(door.reading(), case, deadline_id)
    form = _form(case, one)
    who = speaking(case_id, deadline_id=deadline_id)
    there = f"/cases/{case_id}/deadlines/{deadline_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, one, form), there)


def _form(case: Case, one: Shown) -> ClockEntryForm:
    form = shape(ClockEntryForm, case, kind=Kind.RESUME if one.is_standing else Kind.PAUSE)
    form.agreed_party_ids.offer((p.id, p.name) for p in parties_of(door.reading(), case))
    return form


def _shown(case: Case, one: Shown, form: ClockEntryForm) -> str:
    session = door.reading()
    entries = entries_written(session, one.row)
    return render_template(
        "deadlines/deadline.html",
        case=case,
        one=one,
        form=form,
        entries=entries,
        names=names_of(session, case.county_id, {row.recorded_by for row in entries}),
        today=door.clock().today(),
    )
