"""/api/offline/session and /reconcile: who is there, what the clock says, what never came."""

from base64 import b64encode

from flask import jsonify, request
from flask_wtf.csrf import generate_csrf

from app.sync.devices import find_device, meet_device, missing_of
from app.sync.envelope import FIRST_PROTOCOL, LAST_PROTOCOL
from app.sync.keys import export_key, seal_key
from app.sync.reconciling import Announcement, reconcile
from app.web import door
from app.web.offline.entry import Answer, body, device_id, door_for, signed_in

page = door_for("offline_session")
SHOWN = 6  # hex digits of a person's id that may stand unencrypted on a laptop


def stamp() -> str:
    """Say the instant as the protocol does."""
    return f"{door.clock().now():%Y-%m-%dT%H:%M:%SZ}"


def person() -> dict[str, str]:
    """Say who is signed in."""
    actor = door.actor()
    number = actor.user_id.hex[-SHOWN:].upper()
    said = {"id": str(actor.user_id), "number": number, "name": actor.name}
    return said | {"county": actor.county_id}


@page.get("/session")
@signed_in
def session() -> Answer:
    """Say who is there and hand out a fresh token."""
    key = export_key(door.database(), door.actor().county_id, door.clock().now())
    said = {
        "ok": True,
        "user": person(),
        "csrf": generate_csrf(),
        "server_time": stamp(),
        "protocol": [FIRST_PROTOCOL, LAST_PROTOCOL],
        "export_key": b64encode(key).decode(),
    }
    return jsonify(said | (_device() if request.headers.get("X-Device") else {}))


@page.post("/reconcile")
@signed_in
def compare() -> Answer:
    """Compare what the laptop gave out with what came, and tell it what to let go of."""
    said = Announcement.read(body())
    with door.database().write() as write:
        now = door.clock().now()
        device = meet_device(write, door.actor(), device_id(), now)
        taken_back = reconcile(write, door.actor(), device, said, now)
        answer = {
            "missing": missing_of(write, device),
            "top_known": device.announced,
            "announced": device.announced,
            "taken_back": taken_back,
            "skew_seconds": device.skew_seconds,
            "server_time": stamp(),
        }
    return jsonify(answer)


def _device() -> dict[str, object]:
    actor, known = door.actor(), device_id()
    device = find_device(door.reading(), actor.county_id, known)
    ring = door.database().ring
    return {
        "seal_key": b64encode(seal_key(ring, actor.county_id, actor.user_id, known)).decode(),
        "device": {
            "id": str(known),
            "known": device is not None,
            "label": device.label if device else "",
            "announced": device.announced if device else 0,
        },
    }
