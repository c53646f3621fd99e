"""Look at rooms: those that can be taken, and a week of who has them when."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.meetings.model import Meeting
from app.meetings.room_records import Room, RoomBooking

WEEK = 7


@dataclass
class RoomWeek:
    """One room, and its bookings of each day."""

    room: Room
    days: dict[date, list[Any]] = field(default_factory=dict)


def open_rooms(session: Session, county_id: str) -> list[tuple[UUID, str]]:
    """List the rooms that can be taken, with their seats."""
    rows = session.scalars(
        select(Room)
        .where(Room.county_id == county_id, Room.closed_on.is_(None))
        .order_by(Room.address, Room.name)
    )
    return [(room.id, f"{room.place}（{room.seats}座）") for room in rows]


def week_of_rooms(session: Session, actor: Actor, monday: date) -> list[RoomWeek]:
    """Lay a week out by rooms; a case out of sight is only said to take the room."""
    days = [monday + timedelta(days=n) for n in range(WEEK)]
    rooms = session.scalars(
        select(Room)
        .where(Room.county_id == actor.county_id)
        .order_by(Room.closed_on.is_not(None), Room.address, Room.name)
    )
    found = {room.id: RoomWeek(room, {day: [] for day in days}) for room in rooms}
    for row in session.execute(_bookings(actor, days)):
        found[row.RoomBooking.room_id].days[row.RoomBooking.on].append(row)
    return [one for one in found.values() if one.room.closed_on is None or any(one.days.values())]


def _bookings(actor: Actor, days: list[date]) -> Any:  # noqa: ANN401 (a statement)
    return (
        select(RoomBooking, Meeting.kind, Case.id, Case.number)
        .add_columns(visible_to(actor).label("is_seen"))
        .join(
            Meeting,
            (Meeting.county_id == RoomBooking.county_id) & (Meeting.id == RoomBooking.meeting_id),
        )
        .join(Case, (Case.county_id == Meeting.county_id) & (Case.id == Meeting.case_id))
        .where(
            RoomBooking.county_id == actor.county_id,
            RoomBooking.released_at.is_(None),
            RoomBooking.on.in_(days),
        )
        .order_by(RoomBooking.on, RoomBooking.starts)
    )
