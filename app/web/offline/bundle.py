"""/api/offline/bundle: what a person takes along."""

from uuid import UUID

from flask import jsonify

from app.kernel.errors import Incomplete
from app.sync.bundle import bundle
from app.sync.commands import TakeAlong
from app.sync.devices import meet_device
from app.web import door
from app.web.offline.entry import Answer, body, device_id, door_for, signed_in
from app.web.offline.session import person, stamp

page = door_for("offline_bundle")
MOST = 50


@page.get("/bundle")
@signed_in
def fetch() -> Answer:
    """Give every case in the caller's custody that is meant for this laptop."""
    return _told()


@page.post("/bundle")
@signed_in
def choose() -> Answer:
    """Take cases along, and give them."""
    for case_id in _asked():
        door.execute(TakeAlong(**door.said(), case_id=case_id))
    return _told()


def _told() -> Answer:
    now = door.clock().now()
    with door.database().write() as session:
        meet_device(session, door.actor(), device_id(), now)
        said = bundle(session, door.actor(), device_id(), now)
    return jsonify({"user": person(), "server_time": stamp(), **said})


def _asked() -> list[UUID]:
    asked = body().get("case_ids")
    if not isinstance(asked, list) or len(asked) > MOST:
        raise Incomplete("一次最多带 50 个案件，请分几次带。")
    try:
        return [UUID(one) for one in asked]
    except (TypeError, ValueError, AttributeError) as error:
        raise Incomplete("要带走的案件读不懂。请更新下乡工作台。") from error
