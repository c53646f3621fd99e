"""/cases/<uuid>/acceptance: take the case on, or decline it and say where to go."""

from uuid import UUID

from flask import Blueprint, render_template

from app.cases.acceptance import acceptance_of, committees_for
from app.cases.enums import Organ
from app.cases.intake.targets import target_of
from app.cases.model import Case
from app.cases.revoking import revocations_of
from app.cases.routing.proposals import first_stage, last_decision, refusal_of, why_not
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.acceptance import AcceptForm, DeclineForm

page = Blueprint("acceptance", __name__, url_prefix="/cases/<uuid:case_id>/acceptance")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show what was decided, or both ways with what the rules propose."""
    return _shown(found(case_id))


@page.post("")
@requires(Permission.CASE_ACCEPT)
def accept(case_id: UUID) -> Answered:
    """Take the case on."""
    case, who = found(case_id), speaking(case_id)
    form = _accepting(case)
    there = f"/cases/{case_id}/mediators"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, accepting=form), there)


@page.post("/refusal")
@requires(Permission.CASE_ACCEPT)
def decline(case_id: UUID) -> Answered:
    """Decline the case."""
    case, who = found(case_id), speaking(case_id)
    form = shape(DeclineForm, case)
    there = f"/cases/{case_id}/acceptance"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, declining=form), there)


def _accepting(case: Case) -> AcceptForm:
    form = shape(AcceptForm, case, committee_id=case.committee_id)
    form.committee_id.offer((one.id, one.name) for one in committees_for(door.reading(), case))
    return form


def _declining(case: Case) -> DeclineForm:
    decision = last_decision(door.reading(), case)
    refusal = refusal_of(decision.answer) if decision else None
    said = {"reason": refusal.reason, "refer_to": refusal.refer_to} if refusal else {}
    return shape(DeclineForm, case, **said)


def _shown(
    case: Case, accepting: AcceptForm | None = None, declining: DeclineForm | None = None
) -> str:
    session = door.reading()
    decided = acceptance_of(session, case)
    refer_to = decided.refer_to if decided else None
    return render_template(
        "acceptance/decided.html" if decided else "acceptance/acceptance.html",
        case=case,
        decided=decided,
        target=target_of(session, case.county_id, Organ(refer_to)) if refer_to else None,
        blocked=None if decided else why_not(session, case),
        stage=first_stage(session, case),
        revoked=revocations_of(session, case),
        accepting=accepting or _accepting(case),
        declining=declining or _declining(case),
    )
