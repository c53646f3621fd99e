"""/cases/<id>/deadlines/<id>/meeting: say that what a term asked for was done."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.deadlines.reading import find_deadline
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.deadline_met import DeadlineMetForm

AT = "/cases/<uuid:case_id>/deadlines/<uuid:deadline_id>/meeting"
page = Blueprint("deadline_met", __name__)


@page.get(AT)
@requires(Permission.CASE_MEDIATE)
def show(case_id: UUID, deadline_id: UUID) -> str:
    """Show the form."""
    return _shown(case_id, deadline_id, shape(DeadlineMetForm, found(case_id)))


@page.post(AT)
@requires(Permission.CASE_MEDIATE)
def meet(case_id: UUID, deadline_id: UUID) -> Answered:
    """Take it, and go back to the term."""
    form = shape(DeadlineMetForm, found(case_id))
    who = speaking(case_id, deadline_id=deadline_id)
    return take(
        form,
        lambda f: f.to_command(**who),
        lambda: _shown(case_id, deadline_id, form),
        f"/cases/{case_id}/deadlines/{deadline_id}",
    )


def _shown(case_id: UUID, deadline_id: UUID, form: DeadlineMetForm) -> str:
    case = found(case_id)
    one = find_deadline(door.reading(), case, deadline_id)
    today = door.clock().today()
    return render_template("deadlines/met.html", case=case, one=one, form=form, today=today)
