"""/arrivals: the list until it is empty."""

from flask import render_template

from app.access.permissions import Permission
from app.sync.sides import title_of
from app.sync.unsettled import open_now
from app.web import door
from app.web.arrivals.settling import page
from app.web.guard import requires

__all__ = ["page"]


@page.get("")
@requires(Permission.CASE_MEDIATE)
def index() -> str:
    """List what waits for a person."""
    rows = open_now(door.reading(), door.actor())
    return render_template("arrivals/index.html", rows=rows, title_of=title_of)
