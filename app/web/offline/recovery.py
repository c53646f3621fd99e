"""/api/offline/recovery: a laptop asks for its key again, and fetches it once two people agreed."""

from base64 import b64decode, b64encode
from uuid import UUID

from flask import jsonify

from app.kernel.errors import Incomplete
from app.sync.devices import meet_device
from app.sync.rescue_commands import AskKeyRescue
from app.sync.rescuing import reopened, rescue_of
from app.web import door
from app.web.offline.entry import Answer, body, device_id, door_for, signed_in

page = door_for("offline_recovery")


@page.post("/recovery")
@signed_in
def ask() -> Answer:
    """Take the asking down and say its code."""
    spare, reply = _bytes("rescue"), _bytes("reply_key")
    with door.database().write() as session:
        meet_device(session, door.actor(), device_id(), door.clock().now())
    made = door.execute(
        AskKeyRescue(**door.said(), device_id=device_id(), spare=spare, reply_key=reply)
    )
    actor = door.actor()
    row = rescue_of(door.reading(), actor.county_id, actor.user_id, UUID(str(made)))
    return jsonify(id=str(row.id), code=row.code)


@page.get("/recovery/<uuid:rescue_id>")
@signed_in
def answer(rescue_id: UUID) -> Answer:
    """Say how the asking stands; the key, once it was given."""
    actor = door.actor()
    row = rescue_of(door.reading(), actor.county_id, actor.user_id, rescue_id)
    if row.state != "given":
        return jsonify(state=row.state)
    return jsonify(state=row.state, key=b64encode(reopened(door.reading(), row)).decode())


def _bytes(name: str) -> bytes:
    try:
        return b64decode(str(body().get(name)), validate=True)
    except ValueError as error:
        raise Incomplete("传来的钥匙读不懂。请更新下乡工作台。", field=name) from error
