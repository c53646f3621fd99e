"""The laptops of a county as the centre sees them: who works on each, and what never arrived."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.people.users import User
from app.sync.devices import missing_of
from app.sync.model import Device, DeviceUser
from app.sync.stopping import answered_for_by

MOST = 300


@dataclass(frozen=True)
class Laptop:
    """One laptop, the names of who works on it, the numbers that never came."""

    row: Device
    people: list[str]
    missing: list[int]


def laptops(session: Session, actor: Actor) -> list[Laptop]:
    """List the laptops this person answers for: stopped ones last, the longest silent first."""
    order = (Device.stopped_at.is_not(None), Device.seen_at, Device.id)
    mine = select(Device).where(answered_for_by(actor)).order_by(*order).limit(MOST)
    return [laptop(session, row) for row in session.scalars(mine)]


def laptop(session: Session, row: Device) -> Laptop:
    """Tell one laptop."""
    people = (
        select(User.name)
        .join(
            DeviceUser, (DeviceUser.county_id == User.county_id) & (DeviceUser.user_id == User.id)
        )
        .where(DeviceUser.county_id == row.county_id, DeviceUser.device_id == row.id)
        .order_by(DeviceUser.since, User.id)
    )
    return Laptop(row, list(session.scalars(people)), missing_of(session, row))
