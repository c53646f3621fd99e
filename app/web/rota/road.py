"""/rota/visits/sheet: one day's villages on paper, with what waits in each."""

from datetime import date

from flask import Blueprint, render_template, request

from app.access.permissions import Permission
from app.rota.visiting import road_of
from app.web import door
from app.web.guard import requires
from app.web.rota import sight

page = Blueprint("rota_road", __name__, url_prefix="/rota/visits/sheet")


@page.get("")
@requires(Permission.CASE_READ)
def show() -> str:
    """Show the road of a day."""
    of = sight.committee()
    try:
        day = date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        day = door.clock().today()
    villages = road_of(door.reading(), door.actor(), of.id, day)
    return render_template("rota/road.html", committee=of, day=day, villages=villages)
