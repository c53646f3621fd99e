"""/healthz: whether the database answers."""

from flask import Blueprint
from sqlalchemy import text

from app.web import door
from app.web.guard import public

page = Blueprint("health", __name__)


@page.get("/healthz")
@public
def show() -> tuple[dict[str, str], int]:
    """Answer 200 when the database answers."""
    door.reading().execute(text("SELECT 1"))
    return {"status": "ok"}, 200
