"""/inbox: what a person was told, and what they have read."""

from uuid import UUID

from flask import Blueprint, Flask, g, redirect, render_template
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.inbox.commands import ReadNotices
from app.inbox.reading import find_notice, notices_of, there, unread
from app.kernel.errors import DomainError
from app.web import door
from app.web.guard import requires
from app.web.steps import press

page = Blueprint("inbox", __name__, url_prefix="/inbox")


def register(flask: Flask) -> None:
    """Let the shell say how many notices wait."""
    flask.add_template_global(waiting)


def waiting() -> int:
    """Count the unread notices of who is signed in; none where the database does not answer."""
    if g.get("actor") is None:
        return 0
    try:
        return unread(door.reading(), door.actor())
    except (DomainError, SQLAlchemyError):
        return 0  # the page that says why must still be shown


@page.get("")
@requires(Permission.SELF)
def index() -> str:
    """Show the inbox."""
    rows = notices_of(door.reading(), door.actor())
    return render_template("inbox/show.html", rows=rows, there=there, today=door.clock().today())


@page.post("/readings")
@requires(Permission.SELF)
def read_all() -> Response:
    """Mark everything as read."""
    return press(ReadNotices(**door.said()), "/inbox", "全部标为已读。")


@page.post("/<uuid:notice_id>/readings")
@requires(Permission.SELF)
def read(notice_id: UUID) -> Response:
    """Mark one as read and go where its step is done."""
    notice = find_notice(door.reading(), door.actor(), notice_id)
    door.execute(ReadNotices(**door.said(), notice_ids=(notice_id,)))
    return redirect(there(notice), 303)
