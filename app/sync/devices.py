"""Laptops: enrolled by their first word, known by whom they serve, stopped for good."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.db import ring_of
from app.sync.model import Arrival, Device, DeviceUser
from app.sync.tags import Tag

SKEW_SECONDS = 600
MOST_MISSING = 5000


def find_device(session: Session, county_id: str, device_id: UUID) -> Device | None:
    """Find a laptop by its own id."""
    return session.get(Device, (county_id, device_id))


def meet_device(session: Session, actor: Actor, device_id: UUID, now: datetime) -> Device:
    """Know a laptop again, or enrol it for the person signed in; each further person is added."""
    device = session.get(Device, (actor.county_id, device_id), with_for_update=True)
    if device is None:
        device = _enrol(session, actor, device_id, now)
    device.seen_at = now
    person = session.get(DeviceUser, (actor.county_id, device_id, actor.user_id))
    if person is None:
        key = {"county_id": actor.county_id, "device_id": device_id, "user_id": actor.user_id}
        person = DeviceUser(**key, since=now, seen_at=now)
        session.add(person)
    person.seen_at = now
    return device


def missing_of(session: Session, device: Device) -> list[int]:
    """List the numbers the laptop gave out that never came, the earliest first."""
    held = set(
        session.scalars(
            select(Arrival.sequence).where(
                Arrival.county_id == device.county_id, Arrival.device_id == device.id
            )
        )
    )
    lacking = (number for number in range(1, device.announced + 1) if number not in held)
    return [number for number, _ in zip(lacking, range(MOST_MISSING), strict=False)]


def _enrol(session: Session, actor: Actor, device_id: UUID, now: datetime) -> Device:
    device = Device(
        county_id=actor.county_id,
        id=device_id,
        label=f"{actor.name}的电脑",
        enrolled_by=actor.user_id,
        enrolled_at=now,
        seen_at=now,
    )
    session.add(device)
    session.flush()
    command = Command(county_id=actor.county_id, actor_id=actor.user_id, on=now.date())
    Work(session, command, now, ring_of(session)).record(Tag.ENROLLED, device_id=device_id)
    session.flush()
    return device
