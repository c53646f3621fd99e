"""/devices/sticks: bring in a sealed file that a laptop wrote on a stick."""

import json
from typing import Any

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.kernel.errors import DomainError, Incomplete
from app.sync.importing import import_stick
from app.sync.sticks import NOT_OURS
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from forms.devices import StickForm

page = Blueprint("sticks", __name__, url_prefix="/devices/sticks")
page.before_request(door.demand_desk)


@page.get("")
@requires(Permission.CASE_IMPORT)
def show() -> str:
    """Ask for the file."""
    return render_template("devices/stick.html", form=StickForm(), results=None)


@page.post("")
@requires(Permission.CASE_IMPORT)
def take() -> str | tuple[str, int]:
    """Take it in and tell what became of each command."""
    form = StickForm()
    if not form.validate_on_submit():
        return render_template("devices/stick.html", form=form, results=None), 422
    try:
        results = import_stick(door.bus(), door.actor(), _read(form))
    except DomainError as error:
        status = refused(form, error)
        return render_template("devices/stick.html", form=form, results=None), status
    return render_template("devices/stick.html", form=StickForm(formdata=None), results=results)


def _read(form: StickForm) -> dict[str, Any]:
    try:
        said = json.loads(form.file.data.read())
    except (ValueError, RecursionError) as error:
        raise Incomplete(NOT_OURS, field="file") from error
    if not isinstance(said, dict):
        raise Incomplete(NOT_OURS, field="file")
    return said
