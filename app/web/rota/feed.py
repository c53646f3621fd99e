"""/calendar-feeds/<address>: what a telephone's calendar reads; who has the address may read it."""

from flask import Blueprint, Response

from app.rota.enums import DutyKind
from app.rota.feed import duties_at
from app.rota.ics import Event, calendar
from app.web import door
from app.web.guard import public
from app.words import label

page = Blueprint("calendar_feeds", __name__, url_prefix="/calendar-feeds")
TITLE = "四诊值班"


@page.get("/<address>")
@public
def show(address: str) -> Response:
    """Give the duties, without the name of a person."""
    found = duties_at(door.reading(), address.removesuffix(".ics"), door.clock().today())
    events = [
        Event(f"{duty.id}@sizhen", duty.on, label(DutyKind(duty.kind)), committee)
        for duty, committee in found
    ]
    written = calendar(TITLE, events, door.clock().now())
    return Response(written, mimetype="text/calendar")
