"""/places: the county's townships, a township's villages, a village's grid cells."""

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.places.cells import size_warning
from app.places.reading import areas_below, cells_of, counts_below, find_area, groups_of
from app.web import door
from app.web.guard import requires
from app.web.people.choices import grid_workers

page = Blueprint("places", __name__, url_prefix="/places")


@page.get("")
@requires(Permission.PLACE_MANAGE)
def index() -> str:
    """Show the county."""
    return _shown(door.actor().county_id)


@page.get("/<code>")
@requires(Permission.PLACE_MANAGE)
def show(code: str) -> str:
    """Show a township or a village."""
    return _shown(code)


def _shown(code: str) -> str:
    session, county = door.reading(), door.actor().county_id
    area = find_area(session, county, code)
    above = find_area(session, county, area.parent_code) if area.parent_code else None
    is_village = area.level == "village"
    return render_template(
        "places/village.html" if is_village else "places/area.html",
        area=area,
        above=above if area.code != county else None,
        below=areas_below(session, county, code),
        counts=counts_below(session, county),
        cells=cells_of(session, county, code) if is_village else [],
        groups=groups_of(session, county, code) if is_village else {},
        workers=dict(grid_workers()),
        size_warning=size_warning,
    )
