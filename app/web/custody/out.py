"""/custody: every case that is away in a village, with whom, since when, and what has not arrived."""

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.sync.carrying import out_now
from app.web import door
from app.web.guard import requires

page = Blueprint("custody", __name__)
page.before_request(door.demand_desk)


@page.get("/custody")
@requires(Permission.CASE_READ)
def index() -> str:
    """Show the list."""
    return render_template(
        "custody/out.html", rows=out_now(door.reading(), door.actor()), now=door.clock().now()
    )
