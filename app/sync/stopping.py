"""停用: a laptop that was lost or left the house is stopped for good, with a reason.

It learns of it at its next call and wipes bundle and keys; what it had along comes back.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, exists, select, true
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.access.roles import Reach
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound
from app.kernel.text import clean
from app.people.users import User
from app.sync.commands import StopDevice
from app.sync.custody import end_with_device
from app.sync.model import Device, DeviceUser
from app.sync.tags import Tag

REASON_LIMIT = 300


def stop_device(command: StopDevice, work: Work) -> None:
    """Stop a laptop; a second press does nothing."""
    actor = actor_behind(work)
    device = find_seen(work.session, actor, command.device_id)
    if device.stopped_at is not None:
        return
    because = clean(command.because, label="停用原因", limit=REASON_LIMIT)
    if not because:
        raise Incomplete("请写明为什么停用，例如“电脑在路上丢了”。", field="because")
    device.stopped_at, device.stopped_by = work.now, command.actor_id
    device.stopped_because = because
    work.session.flush()
    work.record(Tag.STOPPED, device_id=device.id)
    end_with_device(device.id, because, work)


def find_seen(session: Session, actor: Actor, device_id: UUID) -> Device:
    """Load a laptop this person answers for, or raise NotFound."""
    mine = select(Device).where(Device.id == device_id, answered_for_by(actor))
    device = session.scalar(mine)
    if device is None:
        raise NotFound("没有找到这台电脑，或者它不归您管。请从“下乡电脑”重新打开。")
    return device


def answered_for_by(actor: Actor) -> ColumnElement[bool]:
    """Say which laptops a supervisor answers for: those of the people of their township or county."""
    mine: ColumnElement[bool] = Device.county_id == actor.county_id
    return mine & (true() if actor.reach is Reach.COUNTY else _of_township(actor))


def _of_township(actor: Actor) -> ColumnElement[bool]:
    return (
        exists()
        .where(
            DeviceUser.county_id == Device.county_id,
            DeviceUser.device_id == Device.id,
            User.county_id == DeviceUser.county_id,
            User.id == DeviceUser.user_id,
            User.township_code == actor.township_code,
        )
        .correlate(Device)
    )
