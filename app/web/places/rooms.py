"""/rooms: who has which room when, a week at a time; new rooms, and those no longer offered."""

from datetime import timedelta
from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.meetings.room_commands import CloseRoom
from app.meetings.room_reading import WEEK, week_of_rooms
from app.web import door
from app.web.guard import requires
from app.web.rota import sight
from app.web.steps import Answered, press, take
from forms.room import RoomForm

page = Blueprint("rooms", __name__, url_prefix="/rooms")


@page.get("")
@requires(Permission.PEOPLE_READ)
def index() -> str:
    """Show a week."""
    return _shown(RoomForm(formdata=None))


@page.post("")
@requires(Permission.PLACE_MANAGE)
def create() -> Answered:
    """Keep a room."""
    form = RoomForm()
    return take(form, lambda f: f.to_command(**door.said()), lambda: _shown(form), "/rooms")


@page.post("/<uuid:room_id>/closure")
@requires(Permission.PLACE_MANAGE)
def close(room_id: UUID) -> Response:
    """Offer it no more."""
    return press(CloseRoom(**door.said(), room_id=room_id), "/rooms", "已停用这间会诊室。")


def _shown(form: RoomForm) -> str:
    monday = sight.monday()
    return render_template(
        "places/rooms.html",
        form=form,
        weeks=week_of_rooms(door.reading(), door.actor(), monday),
        days=[monday + timedelta(days=n) for n in range(WEEK)],
        before=monday - timedelta(days=WEEK),
        after=monday + timedelta(days=WEEK),
        today=door.clock().today(),
    )
