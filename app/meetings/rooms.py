"""Rooms are taken, moved with their session and let go; never by two sessions at the same hour."""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.meetings.model import Meeting
from app.meetings.reading import find_planned
from app.meetings.room_commands import AddRoom, BookRoom, CloseRoom, ReleaseRoom
from app.meetings.room_records import Room, RoomBooking
from app.meetings.tags import Tag


def add_room(command: AddRoom, work: Work) -> UUID:
    """Keep a room; each name once."""
    name = clean(command.name, label="名称", limit=60)
    known = select(Room.id).where(Room.county_id == command.county_id, Room.name == name)
    if work.session.scalar(known) is not None:
        message = f"已经有一间“{name}”。请换一个分得清的名称，例如写上楼层。"
        raise Incomplete(message, field="name")
    address = clean(command.address, label="在哪里", limit=200)
    room = Room(
        county_id=command.county_id, id=new_id(), name=name, address=address, seats=command.seats
    )
    work.session.add(room)
    work.record(Tag.ROOM_ADDED, room_id=room.id)
    return room.id


def close_room(command: CloseRoom, work: Work) -> None:
    """Offer a room no more; NotNow while sessions still want it."""
    room = _take(command.room_id, work)
    ahead = select(RoomBooking.on).where(
        RoomBooking.county_id == room.county_id,
        RoomBooking.room_id == room.id,
        RoomBooking.released_at.is_(None),
        RoomBooking.on >= command.on,
    )
    day = work.session.scalar(ahead.order_by(RoomBooking.on).limit(1))
    if day is not None:
        message = f"{room.name}在 {day} 还有人订。请先让那次会退订或换一间，再停用。"
        raise NotNow(message)
    room.closed_on = command.on
    work.record(Tag.ROOM_CLOSED, room_id=room.id)


def book_room(command: BookRoom, work: Work) -> UUID:
    """Give a planned session a room; it is where the notice says to come."""
    case = take_open_case(work)
    meeting = find_planned(work.session, case, command.meeting_id)
    room = _take(command.room_id, work)
    release(meeting, work)
    booking = RoomBooking(
        county_id=room.county_id,
        id=new_id(),
        room_id=room.id,
        meeting_id=meeting.id,
        booked_by=command.actor_id,
        booked_at=work.now,
    )
    _put(booking, room, meeting, command.until, work)
    work.session.add(booking)
    meeting.place = room.place
    renew(case)
    work.record(Tag.ROOM_BOOKED, case.id, meeting_id=meeting.id, room_id=room.id, day=meeting.on)
    return booking.id


def release_room(command: ReleaseRoom, work: Work) -> None:
    """Let the room of a planned session go."""
    case = take_open_case(work)
    meeting = find_planned(work.session, case, command.meeting_id)
    if not release(meeting, work):
        raise NotNow("这次会没有订会诊室，不用退订。请刷新页面查看最新情况。")
    renew(case)
    work.record(Tag.ROOM_RELEASED, case.id, meeting_id=meeting.id, day=meeting.on)


def release(meeting: Meeting, work: Work) -> bool:
    """Let go of what a session has; say whether it had a room."""
    booking = booking_of(work.session, meeting)
    if booking is not None:
        booking.released_at = work.now
        work.session.flush()
    return booking is not None


def follow_move(meeting: Meeting, came_from: str, work: Work) -> None:
    """Move the room with its session; it is let go where the session is held elsewhere."""
    booking = booking_of(work.session, meeting)
    if booking is None:
        return
    if meeting.place != came_from:
        release(meeting, work)
        return
    length = datetime.combine(booking.on, booking.until) - datetime.combine(
        booking.on, booking.starts
    )
    until = datetime.combine(meeting.on, meeting.starts) + length
    end = until.time() if until.date() == meeting.on else time(23, 59)
    _put(booking, _take(booking.room_id, work), meeting, end, work)


def booking_of(session: Session, meeting: Meeting) -> RoomBooking | None:
    """Find the booking of a session that stands."""
    mine = select(RoomBooking).where(
        RoomBooking.county_id == meeting.county_id,
        RoomBooking.meeting_id == meeting.id,
        RoomBooking.released_at.is_(None),
    )
    return session.scalar(mine)


def _put(booking: RoomBooking, room: Room, meeting: Meeting, until: time, work: Work) -> None:
    if until <= meeting.starts:
        message = f"用到几点要晚于开始时间（{meeting.starts:%H:%M}），请改正。"
        raise Incomplete(message, field="until")
    others = select(RoomBooking).where(
        RoomBooking.county_id == room.county_id,
        RoomBooking.room_id == room.id,
        RoomBooking.on == meeting.on,
        RoomBooking.released_at.is_(None),
        RoomBooking.meeting_id != meeting.id,
        RoomBooking.starts < until,
        RoomBooking.until > meeting.starts,
    )
    other = work.session.scalar(others.order_by(RoomBooking.starts).limit(1))
    if other is not None:
        message = (
            f"{room.name}在 {meeting.on} {other.starts:%H:%M}–{other.until:%H:%M} 已经有别的会。"
            "请换时间、换一间，或者请那次会让出来。"
        )
        raise NotNow(message)
    booking.on, booking.starts, booking.until = meeting.on, meeting.starts, until


def _take(room_id: UUID, work: Work) -> Room:
    key = (work.command.county_id, room_id)
    room = work.session.get(Room, key, with_for_update=True, populate_existing=True)
    if room is None:
        raise NotFound("没有这间会诊室。请从“会诊室”页重新进入。")
    if room.closed_on is not None:
        message = f"{room.name}已于 {room.closed_on} 停用。请换一间。"
        raise NotNow(message)
    return room
