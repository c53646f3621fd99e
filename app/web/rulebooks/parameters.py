"""/rulebooks/<version>/parameters: the named thresholds, each value with the day it counts from."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template

from app.kernel.errors import DomainError
from app.permissions import Permission
from app.rulebooks.certainty import Certainty
from app.rulebooks.editions import Edition
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.new_value import new_value
from app.web.rulebooks.opening import base_of, editable, opened
from app.web.rulebooks.thresholds import FEN, is_before, shown_value, users_of
from forms.rule_text import ValueForm
from rules.rulebook import Parameter

page = Blueprint("rulebook_parameters", __name__, url_prefix="/rulebooks")


@page.get("/shipped/parameters", defaults={"version_id": None})
@page.get("/<uuid:version_id>/parameters")
@requires(Permission.RULE_READ)
def index(version_id: UUID | None) -> str:
    """List the thresholds with every value they had and will have."""
    edition = opened(version_id)
    return render_template(
        "rulebooks/parameters.html", edition=edition, base=base_of(edition),
        today=door.clock().today(), users_of=users_of, shown=shown_value,
    )  # fmt: skip


@page.get("/<uuid:version_id>/parameters/<name>")
@requires(Permission.RULE_DRAFT)
def edit(version_id: UUID, name: str) -> str:
    """Ask for a new value."""
    edition = editable(version_id)
    _numbers, one = edition.parameter(name)
    known = {"origin": one.origin, "certainty": Certainty(one.certainty)}
    return _page(edition, one, ValueForm(begins=door.clock().today(), **known))


@page.post("/<uuid:version_id>/parameters/<name>")
@requires(Permission.RULE_DRAFT)
def change(version_id: UUID, name: str) -> Answered:
    """Write a new value from a day on."""
    edition, form = editable(version_id), ValueForm()
    numbers, parameter = edition.parameter(name)
    if not form.validate():
        return _page(edition, parameter, form), 422
    try:
        door.execute(new_value(edition, numbers, parameter, form), key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return _page(opened(version_id), parameter, form), status
    flash(f"“{parameter.label}”自 {form.begins.data} 起用新的数值。", "green")
    return redirect(f"/rulebooks/{version_id}/parameters", 303)


def _page(edition: Edition, parameter: Parameter, form: ValueForm) -> str:
    return render_template(
        "rulebooks/parameter.html", edition=edition, base=base_of(edition), parameter=parameter,
        form=form, is_money=parameter.unit == FEN, is_before=is_before(parameter),
    )  # fmt: skip
