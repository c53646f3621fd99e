"""The form by which a session takes a room, and what it has."""

from typing import Any

from app.cases.model import Case
from app.meetings.model import Meeting
from app.meetings.room_reading import open_rooms
from app.meetings.room_records import Room, RoomBooking
from app.meetings.rooms import booking_of
from app.web import door
from app.web.steps import shape
from forms.room import BookForm


def booking_form(case: Case, **given: Any) -> BookForm:  # noqa: ANN401 (fields' own types)
    """Make the form with the rooms there are."""
    form = shape(BookForm, case, prefix="booking", **given)
    form.room_id.offer(open_rooms(door.reading(), case.county_id))
    return form


def booked(meeting: Meeting) -> tuple[Room, RoomBooking] | None:
    """Find the room a session has, and its hours."""
    booking = booking_of(door.reading(), meeting)
    if booking is None:
        return None
    return door.reading().get_one(Room, (booking.county_id, booking.room_id)), booking
