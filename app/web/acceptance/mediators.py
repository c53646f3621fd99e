"""/cases/<uuid>/mediators: who mediates, one of them in the chair (人民调解法 19 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.cases.model import Case
from app.cases.recusal import recusals_of, seats_of
from app.cases.suggesting import suggestions_for
from app.people.names import mediator_names
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.seats import offer_mediators
from app.web.steps import Answered, found, shape, speaking, take
from forms.seating import MediatorsForm
from rules.mediators import points_on

page = Blueprint("case_mediators", __name__, url_prefix="/cases/<uuid:case_id>/mediators")
YES, NO = "yes", "no"
MOST = 5


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show who mediates and who could."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_ASSIGN)
def assign(case_id: UUID) -> Answered:
    """Seat the mediators."""
    case, who = found(case_id), speaking(case_id)
    form = _form(case)
    there = f"/cases/{case_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


def _form(case: Case) -> MediatorsForm:
    session = door.reading()
    seats = seats_of(session, case)
    ids = [seat.mediator_id for seat in seats]
    chosen = any(seat.is_chosen_by_parties for seat in seats)
    now = {"chair_id": ids[0] if ids else None, "others": ids[1:], "is_chosen_by_parties": chosen}
    form = shape(MediatorsForm, case, **now)
    offer_mediators(case, form.chair_id, form.others)
    return form


def _shown(case: Case, form: MediatorsForm) -> str:
    doubts = recusals_of(door.reading(), case)
    names = mediator_names(door.reading(), case.county_id, {one.mediator_id for one in doubts})
    order = suggestions_for(door.reading(), case, door.clock().today())
    may = [one for one in order if one.may_mediate != NO]
    proposed = form.chair_id.data is None and not form.errors and may and may[0].may_mediate == YES
    if proposed:
        form.chair_id.data = UUID(may[0].key)
    return render_template(
        "acceptance/mediators.html", case=case, form=form, doubts=doubts, names=names,
        best=may[:MOST], barred=[one for one in order if one.may_mediate == NO],
        points=points_on(door.clock().today()), proposed=proposed,
    )  # fmt: skip
