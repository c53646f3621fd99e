"""POST /api/offline/import: a sealed file that came on a stick."""

from flask import jsonify

from app.sync.importing import import_stick
from app.web import door
from app.web.offline.entry import Answer, body, door_for, signed_in
from app.web.offline.session import stamp

page = door_for("offline_sticks")


@page.post("/import")
@signed_in
def take() -> Answer:
    """Take in a sealed file, in its authors' names."""
    return jsonify(results=import_stick(door.bus(), door.actor(), body()), server_time=stamp())
