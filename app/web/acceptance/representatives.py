"""/cases/<uuid>/parties/<uuid>/representatives: who speaks for a party (民法典 19–23 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.cases.consent import find_party
from app.cases.model import Case
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.representative import RepresentativeForm

URL = "/cases/<uuid:case_id>/parties/<uuid:party_id>/representatives"
page = Blueprint("representatives", __name__, url_prefix=URL)


@page.get("")
@requires(Permission.CASE_REGISTER)
def show(case_id: UUID, party_id: UUID) -> str:
    """Ask who speaks for the party."""
    case = found(case_id)
    return _shown(case, party_id, shape(RepresentativeForm, case))


@page.post("")
@requires(Permission.CASE_REGISTER)
def add(case_id: UUID, party_id: UUID) -> Answered:
    """Put it down."""
    case, who = found(case_id), speaking(case_id, party_id=party_id)
    form = shape(RepresentativeForm, case)
    there = f"/cases/{case_id}/parties"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, party_id, form), there)


def _shown(case: Case, party_id: UUID, form: RepresentativeForm) -> str:
    party = find_party(door.reading(), case, party_id)
    return render_template("acceptance/representative.html", case=case, party=party, form=form)
