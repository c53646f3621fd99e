"""`messages send`: let today's digests leave, in office hours, where the settings open a way."""

from uuid import UUID

import click
from sqlalchemy import Select, select

from app.access.roles import Role
from app.cli import door
from app.cli.speaking import Group
from app.inbox.outgoing.gateways import gateways
from app.inbox.outgoing.sending import send_digests
from app.people.users import User
from app.places.model import County
from app.supervision.hours import is_office_hour


@click.group("messages", cls=Group)
def group() -> None:
    """消息外发：默认关闭。"""


@group.command("send")
@door.answering
def send() -> None:
    """发送今天的消息摘要：每人每天至多一条，只在上班时间；没有 messages.toml 就什么也不发。"""
    ways, bus = gateways(door.config().home), door.bus()
    now = bus.clock.now()
    sent: list[bool] = []
    with bus.database.read() as session:
        counties = session.scalars(select(County.county_id).order_by(County.county_id)).all()
        senders = [
            (county_id, actor_id)
            for county_id in counties
            if ways and is_office_hour(session, county_id, now)
            for actor_id in session.scalars(_system(county_id))
        ]
    for county_id, actor_id in senders:
        sent += send_digests(bus, county_id, actor_id, bus.clock.today(), ways)
    door.answer({"sent": sum(sent), "failed": len(sent) - sum(sent), "ways": sorted(ways)})


def _system(county_id: str) -> Select[UUID]:
    return select(User.id).where(User.county_id == county_id, User.role == Role.SYSTEM)
