"""/cases/<id>/rights-notice: rights and duties, told before the first session (23, 24 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent import parties_of
from app.cases.model import Case
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.consent import RightsForm

page = Blueprint("rights_notice", __name__, url_prefix="/cases/<uuid:case_id>/rights-notice")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the notice, who was told, and the form."""
    case = found(case_id)
    untold = [p.id for p in parties_of(door.reading(), case) if p.rights_told_on is None]
    return _shown(case, _form(case, untold))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID) -> Answered:
    """Keep that parties were told."""
    case = found(case_id)
    form = _form(case, [])
    who = speaking(case_id)
    there = f"/cases/{case_id}/rights-notice"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


@page.get("/sheet")
@requires(Permission.CASE_READ)
def sheet(case_id: UUID) -> str:
    """Show the notice as a page to print and sign."""
    case = found(case_id)
    parties = parties_of(door.reading(), case)
    return render_template("closing/rights_sheet.html", case=case, parties=parties)


def _form(case: Case, told: list[UUID]) -> RightsForm:
    form = shape(RightsForm, case, party_ids=told)
    form.party_ids.offer((party.id, party.name) for party in parties_of(door.reading(), case))
    return form


def _shown(case: Case, form: RightsForm) -> str:
    parties = parties_of(door.reading(), case)
    return render_template("closing/rights_notice.html", case=case, form=form, parties=parties)
