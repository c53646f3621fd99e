"""/overview: the county at a glance, and what needs a word today."""

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.access.roles import Reach
from app.places.reading import township_names
from app.registers.decisions import decisions_of
from app.registers.overview import desks_of, places_of
from app.registers.view import view_of
from app.web import door
from app.web.guard import requires
from app.web.overview.places import township
from app.web.overview.shown import glance

page = Blueprint("overview", __name__, url_prefix="/overview")


@page.get("")
@requires(Permission.CASE_SUPERVISE)
def show() -> str:
    """Show the county; to a township's supervisor their own township."""
    actor, session = door.actor(), door.reading()
    if actor.reach is Reach.TOWNSHIP:
        return township(actor.township_code or "")
    view = view_of(actor, door.clock().today())
    return render_template(
        "overview/county.html",
        **glance(session, view),
        calls=decisions_of(session, view),
        townships=places_of(session, view, township_names(session, actor.county_id)),
        desks=desks_of(session, view),
    )
