"""/devices: the laptops, what each still owes, and stopping one that was lost."""

from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.agreements.restorations import doubted
from app.sync.commands import TrustNumbers
from app.sync.devices import SKEW_SECONDS
from app.sync.laptops import laptop, laptops
from app.sync.relending import silent_since
from app.sync.stopping import find_seen
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, press, take
from forms.devices import StopDeviceForm

page = Blueprint("devices", __name__, url_prefix="/devices")
page.before_request(door.demand_desk)


@page.get("")
@requires(Permission.CASE_SUPERVISE)
def index() -> str:
    """List the laptops."""
    rows = laptops(door.reading(), door.actor())
    session, now = door.reading(), door.clock().now()
    back = doubted(session, door.actor().county_id)
    silent = silent_since(session, back) if back else []
    told = {"rows": rows, "back": back, "silent": silent}
    return render_template("devices/index.html", **told, now=now, most_skew=SKEW_SECONDS)


@page.post("/numbers")
@requires(Permission.CASE_SUPERVISE)
def trust() -> Response:
    """Note that every laptop has reported since the centre was put back."""
    words = "已记下：编号核对完，协议编号照常接着用。"
    return press(TrustNumbers(**door.said()), "/devices", words)


@page.get("/<uuid:device_id>")
@requires(Permission.CASE_SUPERVISE)
def show(device_id: UUID) -> str:
    """Show one laptop, and the form that stops it."""
    return _shown(device_id, StopDeviceForm())


@page.post("/<uuid:device_id>/stop")
@requires(Permission.CASE_SUPERVISE)
def stop(device_id: UUID) -> Answered:
    """Stop it."""
    find_seen(door.reading(), door.actor(), device_id)
    form = StopDeviceForm()
    who = door.said() | {"device_id": device_id}
    there = f"/devices/{device_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(device_id, form), there)


def _shown(device_id: UUID, form: StopDeviceForm) -> str:
    device = find_seen(door.reading(), door.actor(), device_id)
    told = laptop(door.reading(), device)
    return render_template("devices/show.html", laptop=told, form=form)
