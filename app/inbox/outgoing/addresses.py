"""Where a person wants the digest: set and dropped by themselves, sealed in its row."""

import re

from app.inbox.outgoing.commands import DropAddress, SetAddress
from app.inbox.outgoing.enums import MessageChannel
from app.inbox.outgoing.model import MessageAddress
from app.inbox.outgoing.tags import Tag
from app.kernel.bus import Work
from app.kernel.crypto import KeyRing
from app.kernel.errors import Incomplete
from app.kernel.text import clean

EMAIL = re.compile(r"[^@\s]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
MOBILE = re.compile(r"1\d{10}")


def set_address(command: SetAddress, work: Work) -> None:
    """Keep one's own address."""
    address = clean(command.address, label="地址", limit=120) or ""
    wanted = EMAIL if command.channel is MessageChannel.EMAIL else MOBILE
    if not wanted.fullmatch(address):
        kind = "邮箱，像 name@example.cn" if wanted is EMAIL else "11 位手机号"
        message = f"请写{kind}。短信、企业微信、钉钉都按手机号找人。"
        raise Incomplete(message, field="address")
    row = work.session.get(MessageAddress, (command.county_id, command.actor_id))
    if row is None:
        row = MessageAddress(county_id=command.county_id, user_id=command.actor_id)
        work.session.add(row)
    row.channel, row.set_at = command.channel, work.now
    row.address_sealed = work.ring.seal(address, _place(row))
    work.record(Tag.ADDRESS_SET, channel=command.channel)


def drop_address(command: DropAddress, work: Work) -> None:
    """Forget one's own address."""
    row = work.session.get(MessageAddress, (command.county_id, command.actor_id))
    if row is not None:
        work.session.delete(row)
        work.record(Tag.ADDRESS_DROPPED, channel=row.channel)


def address_in(row: MessageAddress, ring: KeyRing) -> str:
    """Open the address of a row."""
    return ring.open(row.address_sealed, _place(row))


def _place(row: MessageAddress) -> str:
    return f"message_addresses|address|{row.county_id}|{row.user_id}"
