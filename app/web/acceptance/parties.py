"""/cases/<uuid>/parties: correct who is who; add a party. Each change stays, field by field."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template

from app.cases.consent import find_party, parties_of
from app.cases.model import Case
from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web import door
from app.web.acceptance.party_said import add_command, correct_command, party_form
from app.web.guard import requires
from app.web.intake.faults import Told, tell
from app.web.intake.lists import areas
from app.web.steps import Answered, found
from forms.party import PartyForm

page = Blueprint("parties", __name__, url_prefix="/cases/<uuid:case_id>/parties")


@page.get("")
@requires(Permission.CASE_REGISTER)
def show(case_id: UUID) -> str:
    """List the parties and ask for another."""
    case = found(case_id)
    return _shown(case, PartyForm(formdata=None, seen_version=case.version))


@page.post("")
@requires(Permission.CASE_REGISTER)
def add(case_id: UUID) -> Answered:
    """Add a party."""
    return _take(found(case_id), PartyForm(), None)


@page.get("/<uuid:party_id>")
@requires(Permission.CASE_REGISTER)
def edit(case_id: UUID, party_id: UUID) -> str:
    """Show one party's details to be corrected; reading them in clear leaves a footprint."""
    case = found(case_id)
    return _shown(case, party_form(case, party_id), party_id)


@page.post("/<uuid:party_id>")
@requires(Permission.CASE_REGISTER)
def correct(case_id: UUID, party_id: UUID) -> Answered:
    """Write a party's details anew."""
    return _take(found(case_id), PartyForm(), party_id)


def _take(case: Case, form: PartyForm, party_id: UUID | None) -> Answered:
    try:
        command = correct_command(case, form, party_id) if party_id else add_command(case, form)
        door.execute(command, key=form.command_key)
    except DomainError as error:
        told, status = tell(form, error)
        return _shown(case, form, party_id, told), status
    flash("已保存，更正前的内容留有记录。", "green")
    return redirect(f"/cases/{case.id}/parties", 303)


def _shown(
    case: Case, form: PartyForm, party_id: UUID | None = None, told: Told | None = None
) -> str:
    session = door.reading()
    return render_template(
        "acceptance/parties.html",
        case=case,
        form=form,
        told=told or [],
        party=find_party(session, case, party_id) if party_id else None,
        parties=parties_of(session, case),
        areas=areas().listed,
    )
