"""/places/grid-cells/<id>/household-groups: 户长联户 inside a grid cell."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.web.guard import requires
from app.web.people.edit import Answered, edit
from app.web.places.cells import village_of
from forms.place import GroupForm

page = Blueprint("household_groups", __name__, url_prefix="/places")
HINTS = {"households": "户长制以 5—15 户为单位。"}


@page.get("/grid-cells/<uuid:cell_id>/household-groups/new")
@requires(Permission.PLACE_MANAGE)
def new_group(cell_id: UUID) -> Answered:
    """Show the form for a new group."""
    return edit(GroupForm(), "设联户组", village_of(cell_id), HINTS)


@page.post("/grid-cells/<uuid:cell_id>/household-groups")
@requires(Permission.PLACE_MANAGE)
def make_group(cell_id: UUID) -> Answered:
    """Put a group into a cell."""
    form, there = GroupForm(), village_of(cell_id)
    return edit(form, "设联户组", there, HINTS, say=form.to_command, grid_cell_id=cell_id)
