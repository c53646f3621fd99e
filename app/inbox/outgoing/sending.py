"""Send what is due: claim, send outside of any transaction, end; one digest a person and day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.inbox.outgoing.addresses import address_in
from app.inbox.outgoing.commands import ClaimDigest, EndDelivery
from app.inbox.outgoing.enums import MessageChannel
from app.inbox.outgoing.gateways import Gateway, GatewayError
from app.inbox.outgoing.model import Delivery, MessageAddress
from app.kernel.bus import Bus
from app.people.users import User


def send_digests(
    bus: Bus, county_id: str, actor_id: UUID, on: date, ways: Mapping[MessageChannel, Gateway]
) -> Iterator[bool]:
    """Send each person's digest; yield whether it left, a person."""
    said: dict[str, Any] = {"county_id": county_id, "actor_id": actor_id, "on": on}
    for user_id in _wanting(bus, county_id, ways):
        claimed = bus.execute(ClaimDigest(**said, user_id=user_id))
        if isinstance(claimed, UUID):
            problem = _send(bus, county_id, claimed, ways)
            bus.execute(EndDelivery(**said, delivery_id=claimed, problem=problem))
            yield problem is None


def _wanting(bus: Bus, county_id: str, ways: Mapping[MessageChannel, Gateway]) -> list[UUID]:
    rows = (
        select(MessageAddress.user_id)
        .join(
            User,
            (User.county_id == MessageAddress.county_id) & (User.id == MessageAddress.user_id),
        )
        .where(
            MessageAddress.county_id == county_id,
            MessageAddress.channel.in_(ways),
            User.disabled_on.is_(None),
        )
    )
    with bus.database.read() as session:
        return list(session.scalars(rows.order_by(MessageAddress.user_id)))


def _send(
    bus: Bus, county_id: str, delivery_id: UUID, ways: Mapping[MessageChannel, Gateway]
) -> str | None:
    with bus.database.read() as session:
        row = session.get_one(Delivery, (county_id, delivery_id))
        to = session.get(MessageAddress, (county_id, row.user_id))
        if to is None or to.channel != row.channel:
            return "收件人刚刚改了接收方式"
        address, text, way = (
            address_in(to, bus.database.ring),
            row.text,
            ways[MessageChannel(row.channel)],
        )
    try:
        way.send(address, text)
    except GatewayError as error:
        return str(error) or "没有说明原因"
    return None
