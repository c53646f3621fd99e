"""/cases/<uuid>/retellings: what is being typed belongs to a case in the books."""

from uuid import UUID

from flask import Blueprint, flash, redirect
from werkzeug.wrappers import Response

from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.intake.asked import retelling_command
from app.web.intake.desk import draw
from app.web.intake.faults import tell
from app.web.steps import found
from forms.intake import IntakeForm

page = Blueprint("retellings", __name__, url_prefix="/cases/<uuid:case_id>/retellings")


@page.post("")
@requires(Permission.CASE_REGISTER)
def add(case_id: UUID) -> Response | tuple[str, int]:
    """Put what was typed to the case; the draft is done with."""
    found(case_id)
    form = IntakeForm()
    try:
        door.execute(retelling_command(form, case_id), key=form.command_key)
    except DomainError as error:
        told, status = tell(form, error)
        return draw(form, told), status
    flash("已并入这个案件，没有另立新案。", "green")
    return redirect(f"/cases/{case_id}", 303)
