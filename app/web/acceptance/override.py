"""/cases/<uuid>/override: send a case elsewhere than the rules said, and say why."""

from uuid import UUID

from flask import Blueprint, render_template

from app.cases.acceptance import committees_for
from app.cases.model import Case
from app.cases.records import RoutingDecision
from app.cases.routing.proposals import last_decision
from app.kernel.errors import NotNow
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.acceptance import OverrideForm

page = Blueprint("override", __name__, url_prefix="/cases/<uuid:case_id>/override")


@page.get("")
@requires(Permission.CASE_OVERRIDE)
def show(case_id: UUID) -> str:
    """Ask where to and why, beside what the rules said."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_OVERRIDE)
def create(case_id: UUID) -> Answered:
    """Send the case elsewhere; the rules' answer stays."""
    case = found(case_id)
    form, who = _form(case), speaking(case_id, decision_id=_decision(case).id)
    there = f"/cases/{case_id}/acceptance"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


def _form(case: Case) -> OverrideForm:
    now = {"desk_level": case.desk_level, "desk_committee": case.desk_committee}
    form = shape(OverrideForm, case, **now)
    form.committee_id.offer((one.id, one.name) for one in committees_for(door.reading(), case))
    return form


def _decision(case: Case) -> RoutingDecision:
    decision = last_decision(door.reading(), case)
    if decision is None:
        raise NotNow("规则还没有给出分流结果，请先点“重新分流”。")
    return decision


def _shown(case: Case, form: OverrideForm) -> str:
    answer = _decision(case).answer
    return render_template("acceptance/override.html", case=case, form=form, answer=answer)
