"""/people/mediators/…: registered, corrected, retired."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.people.commands import RetireMediator
from app.people.reading import (
    find_mediator,
    languages_by_mediator,
    specialties_by_mediator,
)
from app.web import door
from app.web.guard import requires
from app.web.people.edit import Answered, edit
from app.web.steps import press
from forms.mediator import MediatorForm

page = Blueprint("mediator_changes", __name__, url_prefix="/people/mediators")
LIST = "/people/mediators"
HINTS = {
    "born_on": "调解员应当是成年公民（人民调解法第14条）。",
    "phone": "加密保存。更改时不填，原来的号码不变。",
}


@page.get("/new")
@requires(Permission.PEOPLE_MANAGE)
def new() -> Answered:
    """Show the form for a new mediator."""
    return edit(MediatorForm(), "登记调解员", LIST, HINTS)


@page.post("")
@requires(Permission.PEOPLE_MANAGE)
def make() -> Answered:
    """Put a mediator on the list."""
    form = MediatorForm()
    return edit(form, "登记调解员", LIST, HINTS, say=form.to_command)


@page.get("/<uuid:mediator_id>")
@requires(Permission.PEOPLE_MANAGE)
def show(mediator_id: UUID) -> Answered:
    """Show the form with what is known."""
    session, county = door.reading(), door.actor().county_id
    row = find_mediator(session, county, mediator_id)
    words = {
        "languages": languages_by_mediator(session, county).get(row.id, []),
        "specialties": specialties_by_mediator(session, county).get(row.id, []),
    }
    return edit(MediatorForm(obj=row, **words), row.name, LIST, HINTS)


@page.post("/<uuid:mediator_id>")
@requires(Permission.PEOPLE_MANAGE)
def revise(mediator_id: UUID) -> Answered:
    """Correct a mediator."""
    find_mediator(door.reading(), door.actor().county_id, mediator_id)
    form = MediatorForm()
    return edit(form, "更改调解员", LIST, HINTS, say=form.to_revision, mediator_id=mediator_id)


@page.post("/<uuid:mediator_id>/retirement")
@requires(Permission.PEOPLE_MANAGE)
def retire(mediator_id: UUID) -> Answered:
    """Take a mediator off duty."""
    return press(RetireMediator(**door.said(), mediator_id=mediator_id), LIST)
