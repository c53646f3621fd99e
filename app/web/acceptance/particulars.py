"""/cases/<uuid>/particulars: correct what is known of the dispute; the rules are asked again."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template

from app.cases.model import Case
from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web import door
from app.web.acceptance.particulars_said import correct_command, particulars_form
from app.web.guard import requires
from app.web.intake.faults import Told, tell
from app.web.intake.lists import areas, types
from app.web.steps import Answered, found
from forms.intake import IntakeForm

page = Blueprint("particulars", __name__, url_prefix="/cases/<uuid:case_id>/particulars")


@page.get("")
@requires(Permission.CASE_REGISTER)
def show(case_id: UUID) -> str:
    """Show what is known, to be corrected."""
    case = found(case_id)
    return _shown(case, particulars_form(case))


@page.post("")
@requires(Permission.CASE_REGISTER)
def correct(case_id: UUID) -> Answered:
    """Write it anew."""
    case, form = found(case_id), IntakeForm()
    try:
        door.execute(correct_command(case, form), key=form.command_key)
    except DomainError as error:
        told, status = tell(form, error)
        return _shown(case, form, told), status
    flash("已保存，并按新的情况重新分流。", "green")
    return redirect(f"/cases/{case_id}/routing", 303)


def _shown(case: Case, form: IntakeForm, told: Told | None = None) -> str:
    return render_template(
        "acceptance/particulars.html",
        case=case,
        form=form,
        told=told or [],
        areas=areas().listed,
        types=types().listed,
    )
