"""/key-rescues: who asked for a laptop's key again; two people agree, or one does not."""

from uuid import UUID

from flask import Blueprint, redirect, render_template
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.people.users import User
from app.sync.model import Device
from app.sync.rescue_commands import AgreeToKeyRescue, RefuseKeyRescue
from app.sync.rescuing import rescues
from app.web import door
from app.web.guard import requires

page = Blueprint("key_rescues", __name__, url_prefix="/key-rescues")


@page.get("")
@requires(Permission.PEOPLE_MANAGE)
def index() -> str:
    """List the askings, the latest first."""
    county = door.actor().county_id
    session = door.reading()
    return render_template(
        "rescues/index.html",
        rows=rescues(session, county),
        names=dict(
            session.execute(select(User.id, User.name).where(User.county_id == county)).all()
        ),
        laptops=dict(
            session.execute(select(Device.id, Device.label).where(Device.county_id == county)).all()
        ),
    )


@page.post("/<uuid:rescue_id>/agreement")
@requires(Permission.PEOPLE_MANAGE)
def agree(rescue_id: UUID) -> Response:
    """Agree, as the first or the second person."""
    door.execute(AgreeToKeyRescue(**door.said(), rescue_id=rescue_id))
    return redirect("/key-rescues", 303)


@page.post("/<uuid:rescue_id>/refusal")
@requires(Permission.PEOPLE_MANAGE)
def refuse(rescue_id: UUID) -> Response:
    """Leave the key shut."""
    door.execute(RefuseKeyRescue(**door.said(), rescue_id=rescue_id))
    return redirect("/key-rescues", 303)
