"""/places/…/grid-cells: made, renamed, closed."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.places.commands import CloseGridCell
from app.places.reading import find_area, find_cell
from app.web import door
from app.web.guard import requires
from app.web.people.choices import grid_workers
from app.web.people.edit import Answered, edit
from app.web.steps import press
from forms.place import CellForm

page = Blueprint("grid_cells", __name__, url_prefix="/places")


@page.get("/<code>/grid-cells/new")
@requires(Permission.PLACE_MANAGE)
def new(code: str) -> Answered:
    """Show the form for a new cell."""
    area = find_area(door.reading(), door.actor().county_id, code)
    return edit(_form(CellForm()), f"{area.name}：设网格", f"/places/{code}")


@page.post("/<code>/grid-cells")
@requires(Permission.PLACE_MANAGE)
def make(code: str) -> Answered:
    """Put a cell into a village."""
    form, area = _form(CellForm()), find_area(door.reading(), door.actor().county_id, code)
    title = f"{area.name}：设网格"
    return edit(form, title, f"/places/{code}", say=form.to_command, village_code=code)


@page.get("/grid-cells/<uuid:cell_id>")
@requires(Permission.PLACE_MANAGE)
def show(cell_id: UUID) -> Answered:
    """Show the form with what is known."""
    cell = find_cell(door.reading(), door.actor().county_id, cell_id)
    return edit(_form(CellForm(obj=cell)), cell.name, f"/places/{cell.village_code}")


@page.post("/grid-cells/<uuid:cell_id>")
@requires(Permission.PLACE_MANAGE)
def revise(cell_id: UUID) -> Answered:
    """Give a cell another name or worker."""
    form = _form(CellForm())
    return edit(form, "更改网格", village_of(cell_id), say=form.to_revision, grid_cell_id=cell_id)


@page.post("/grid-cells/<uuid:cell_id>/closure")
@requires(Permission.PLACE_MANAGE)
def close(cell_id: UUID) -> Answered:
    """Take a cell out of use."""
    return press(CloseGridCell(**door.said(), grid_cell_id=cell_id), village_of(cell_id))


def _form(form: CellForm) -> CellForm:
    form.worker_id.offer(grid_workers())
    return form


def village_of(cell_id: UUID) -> str:
    """Say where the village of a cell is shown."""
    cell = find_cell(door.reading(), door.actor().county_id, cell_id)
    return f"/places/{cell.village_code}"
