"""/cases/<id>/recusals: doubts in a mediator, and how each was settled (75号令 25 条)."""

from functools import partial
from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent import parties_of
from app.cases.model import Case
from app.cases.recusal import recusals_of, seats_of
from app.people.names import mediator_names
from app.web import door
from app.web.guard import requires
from app.web.lines import Refused, at_lines
from app.web.seats import offer_mediators
from app.web.steps import Answered, found, shape, speaking, take
from forms.recusal import RecusalForm, SettlementForm

page = Blueprint("recusals", __name__, url_prefix="/cases/<uuid:case_id>/recusals")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show what was raised, and the forms."""
    case = found(case_id)
    return _shown(case)


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID) -> Answered:
    """Keep a declared relation or a wish for another mediator."""
    case = found(case_id)
    form = _raising(case)
    who = speaking(case_id)
    again = f"/cases/{case_id}/recusals"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, raising=form), again)


@page.post("/<uuid:recusal_id>/settlement")
@requires(Permission.CASE_ASSIGN)
def settle(case_id: UUID, recusal_id: UUID) -> Answered:
    """Replace the mediator, or keep them with everybody's consent."""
    case = found(case_id)
    form = _settling(case)
    who = speaking(case_id, recusal_id=recusal_id)
    again = partial(_shown, case, refused=(recusal_id, form))
    return take(form, lambda f: f.to_command(**who), again, f"/cases/{case_id}/recusals")


def _raising(case: Case) -> RecusalForm:
    session = door.reading()
    form = shape(RecusalForm, case, prefix="raise")
    seats = {seat.mediator_id for seat in seats_of(session, case)}
    form.mediator_id.offer(mediator_names(session, case.county_id, seats).items())
    form.party_id.offer((party.id, party.name) for party in parties_of(session, case))
    return form


def _settling(case: Case, **given: object) -> SettlementForm:
    session = door.reading()
    form = shape(SettlementForm, case, prefix="settle", **given)
    offer_mediators(case, form.replacement_id)
    form.agreed_party_ids.offer((party.id, party.name) for party in parties_of(session, case))
    return form


def _shown(case: Case, raising: RecusalForm | None = None, refused: Refused | None = None) -> str:
    rows = recusals_of(door.reading(), case)
    people = {one for row in rows for one in (row.mediator_id, row.replacement_id)}
    waiting = (row.id for row in rows if row.outcome is None)
    settling = at_lines(waiting, partial(_settling, case, formdata=None), refused)
    given = {"raising": raising or _raising(case), "settling": settling, "refused": refused}
    names = mediator_names(door.reading(), case.county_id, people)
    return render_template("closing/recusals.html", case=case, rows=rows, names=names, **given)
