"""/cases/<id>/closure/reopening: an ending that was wrong counts no more."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.cases.reopening import ending_of, why_not_reopen
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.closing import ReopeningForm

page = Blueprint("reopening", __name__, url_prefix="/cases/<uuid:case_id>/closure/reopening")


@page.get("")
@requires(Permission.CASE_ACCEPT)
def show(case_id: UUID) -> str:
    """Show how it ended, and ask why that was wrong."""
    case = found(case_id)
    return _shown(case, shape(ReopeningForm, case))


@page.post("")
@requires(Permission.CASE_ACCEPT)
def create(case_id: UUID) -> Answered:
    """Let the case go on."""
    case = found(case_id)
    form, who = shape(ReopeningForm, case), speaking(case_id)
    return take(
        form, lambda f: f.to_command(**who), lambda: _shown(case, form), f"/cases/{case_id}"
    )


def _shown(case: Case, form: ReopeningForm) -> str:
    session, actor, today = door.reading(), door.actor(), door.clock().today()
    ending = ending_of(session, case)
    refusal = ending and why_not_reopen(session, case, ending, actor.user_id, today)
    return render_template(
        "closing/reopening.html", case=case, ending=ending, refusal=refusal, form=form
    )
