"""/cases/<id>/acceptance/revocation: an acceptance that was a mistake counts no more."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.acceptance import acceptance_of
from app.cases.model import Case
from app.cases.revoking import hurdles_before_revoking, why_not_revoke
from app.gates import BEGUN
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.acceptance import RevocationForm

page = Blueprint("revocation", __name__, url_prefix="/cases/<uuid:case_id>/acceptance/revocation")


@page.get("")
@requires(Permission.CASE_ACCEPT)
def show(case_id: UUID) -> str:
    """Show how it was accepted, and ask why that was wrong."""
    case = found(case_id)
    return _shown(case, shape(RevocationForm, case))


@page.post("")
@requires(Permission.CASE_ACCEPT)
def create(case_id: UUID) -> Answered:
    """Put the case before the decision again."""
    case = found(case_id)
    form, who = shape(RevocationForm, case), speaking(case_id)
    there = f"/cases/{case_id}/acceptance"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


def _shown(case: Case, form: RevocationForm) -> str:
    session, actor, today = door.reading(), door.actor(), door.clock().today()
    accepted = acceptance_of(session, case)
    is_open = case.is_open and accepted is not None and accepted.is_accepted
    hurdles = hurdles_before_revoking(session, case, BEGUN) if is_open else []
    return render_template(
        "acceptance/revocation.html",
        case=case,
        accepted=accepted if is_open else None,
        hurdles=hurdles,
        refusal=is_open and why_not_revoke(session, case, actor.user_id, today, BEGUN),
        form=form,
    )
