"""POST /api/offline/commands: keep, then decide; one answer a command."""

from typing import Any

from flask import jsonify

from app.kernel.errors import Incomplete
from app.sync.arriving import Item, Sender
from app.sync.deciding import receive
from app.sync.devices import meet_device
from app.sync.envelope import Envelope, instant
from app.web import door
from app.web.offline.entry import Answer, body, device_id, door_for, signed_in
from app.web.offline.session import stamp

page = door_for("offline_commands")
MOST = 50
LARGEST = 1024 * 1024  # bytes of an envelope without its files


@page.post("/commands")
@signed_in
def take() -> Answer:
    """Take up to fifty commands."""
    sent = body().get("commands")
    if not isinstance(sent, list) or len(sent) > MOST:
        raise Incomplete("一次最多传 50 条记录，没有收下。请更新下乡工作台。")
    read = [_read(one) for one in sent]
    _meet()
    actor = door.actor()
    sender = Sender(actor.county_id, actor.user_id, actor.user_id)
    items = [item for item in read if isinstance(item, Item)]
    answers = iter(receive(door.bus(), sender, items))
    results = [next(answers) if isinstance(item, Item) else item for item in read]
    return jsonify(results=results, server_time=stamp())


def _meet() -> None:
    with door.database().write() as session:
        meet_device(session, door.actor(), device_id(), door.clock().now())


def _read(one: Any) -> Item | dict[str, Any]:  # noqa: ANN401 (whatever was sent)
    said = one if isinstance(one, dict) else {}
    try:
        envelope = _whole(Envelope.read(said.get("envelope")))
        return Item(envelope, instant(said.get("sent_at"), "sent_at"))
    except Incomplete as error:
        whole = said.get("envelope")
        name = whole.get("id") if isinstance(whole, dict) else None
        return {"id": name, "status": "retry", "code": "shape", "sentence": str(error)}


def _whole(envelope: Envelope) -> Envelope:
    """Hand it on where its words can be hashed and this laptop wrote them; else Incomplete."""
    if envelope.size > LARGEST:
        raise Incomplete("这条记录太大，中心没有收下：不算附件，最多 1 MB。", field="payload")
    if envelope.device != device_id():
        raise Incomplete("这条记录是另一台电脑写的，没有收下。", field="device")
    return envelope
