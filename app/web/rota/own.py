"""/rota/calendar-feed: open or close the secret address of one's own calendar."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.rota.commands import CloseFeed, OpenFeed
from app.rota.feed import open_feed_of
from app.web import door
from app.web.guard import requires
from app.web.steps import press

page = Blueprint("rota_own", __name__, url_prefix="/rota/calendar-feed")


@page.get("")
@requires(Permission.SELF)
def show() -> str:
    """Show whether an address is open."""
    return _shown()


@page.post("")
@requires(Permission.SELF)
def create() -> str:
    """Open a new address and show it, once."""
    secret = door.execute(OpenFeed(**door.said()))
    return _shown(f"{request.host_url}calendar-feeds/{secret}.ics")


@page.post("/closures")
@requires(Permission.SELF)
def close() -> Response:
    """Close it."""
    return press(CloseFeed(**door.said()), "/rota/calendar-feed", "日历地址已停用。")


def _shown(address: str = "") -> str:
    actor = door.actor()
    feed = open_feed_of(door.reading(), actor.county_id, actor.user_id)
    return render_template("rota/feed.html", feed=feed, address=address)
