"""/people/specialists: the list and what is known of each."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.people.commands import RetireSpecialist
from app.people.reading import find_specialist, specialists_of
from app.web import door
from app.web.guard import requires
from app.web.people.edit import Answered, edit
from app.web.steps import press
from forms.mediator import SpecialistForm

page = Blueprint("people_specialists", __name__, url_prefix="/people/specialists")
LIST = "/people/specialists"
HINTS = {"phone": "加密保存。更改时不填，原来的号码不变。"}


@page.get("")
@requires(Permission.PEOPLE_READ)
def index() -> str:
    """List the specialists by field."""
    found = specialists_of(door.reading(), door.actor().county_id)
    return render_template("people/specialists.html", specialists=found)


@page.get("/new")
@requires(Permission.PEOPLE_MANAGE)
def new() -> Answered:
    """Show the form for a new specialist."""
    return edit(SpecialistForm(), "登记行业专家", LIST, HINTS)


@page.post("")
@requires(Permission.PEOPLE_MANAGE)
def make() -> Answered:
    """Put a specialist on the list."""
    form = SpecialistForm()
    return edit(form, "登记行业专家", LIST, HINTS, say=form.to_command)


@page.get("/<uuid:specialist_id>")
@requires(Permission.PEOPLE_MANAGE)
def show(specialist_id: UUID) -> Answered:
    """Show the form with what is known."""
    row = find_specialist(door.reading(), door.actor().county_id, specialist_id)
    return edit(SpecialistForm(obj=row), row.name, LIST, HINTS)


@page.post("/<uuid:specialist_id>")
@requires(Permission.PEOPLE_MANAGE)
def revise(specialist_id: UUID) -> Answered:
    """Correct a specialist."""
    find_specialist(door.reading(), door.actor().county_id, specialist_id)
    form = SpecialistForm()
    said = {"specialist_id": specialist_id}
    return edit(form, "更改行业专家", LIST, HINTS, say=form.to_revision, **said)


@page.post("/<uuid:specialist_id>/retirement")
@requires(Permission.PEOPLE_MANAGE)
def retire(specialist_id: UUID) -> Answered:
    """Take a specialist off the list."""
    return press(RetireSpecialist(**door.said(), specialist_id=specialist_id), LIST)
