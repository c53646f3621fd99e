"""/calendar-feeds/<address>: what a telephone's calendar reads; who has the address may read it."""

from collections.abc import Iterator

from flask import Blueprint, Response

from app.access.actor import Actor
from app.rota.feed import duties_of, meetings_of, owner_of
from app.rota.ics import Event, calendar
from app.web import door
from app.web.guard import public
from app.web.said import said

page = Blueprint("calendar_feeds", __name__, url_prefix="/calendar-feeds")
TITLE = "四诊日程"


@page.get("/<address>")
@public
def show(address: str) -> Response:
    """Give duties and planned meetings, without the name of a person."""
    actor = owner_of(door.reading(), address.removesuffix(".ics"))
    written = calendar(TITLE, _events(actor), door.clock().now())
    return Response(written, mimetype="text/calendar")


def _events(actor: Actor) -> Iterator[Event]:
    session, today = door.reading(), door.clock().today()
    for duty, committee in duties_of(session, actor, today):
        yield Event(f"{duty.id}@sizhen", duty.on, said("DutyKind", duty.kind), committee)
    for meeting, number in meetings_of(session, actor, today):
        title = f"{said('MeetingKind', meeting.kind)} {number}"
        yield Event(f"{meeting.id}@sizhen", meeting.on, title, "", meeting.starts)
