"""Rows of rooms: a place with a door, and who has it when."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.meetings.model import OF_MEETING

STANDS = text("released_at IS NULL")


class Room(CountyOwned, Model):
    """会诊室、调解室: a room of the center or a township that sessions are held in."""

    __tablename__ = "rooms"
    __table_args__ = (
        Unique("county_id", "name"),
        CheckConstraint("seats > 0", name="seats_somebody"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(200))
    seats: Mapped[int]
    closed_on: Mapped[date | None]

    @property
    def place(self) -> str:
        """Say it as a notice says where to come: 县综治中心二楼会诊室."""
        return f"{self.address}{self.name}"


class RoomBooking(CountyOwned, Model):
    """One session's hours in a room; a session has at most one that stands.

    That two never overlap is checked under the room's lock: a constraint cannot say it on both engines.
    """

    __tablename__ = "room_bookings"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "room_id"], ["rooms.county_id", "rooms.id"]),
        ForeignKeyConstraint(*OF_MEETING),
        Index(None, "county_id", "room_id", "on"),
        Index(
            "uq_room_bookings_meeting",
            "county_id",
            "meeting_id",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
        CheckConstraint("until > starts", name="until_after_start"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    room_id: Mapped[UUID]
    meeting_id: Mapped[UUID]
    on: Mapped[date]
    starts: Mapped[time]
    until: Mapped[time]
    booked_by: Mapped[UUID]
    booked_at: Mapped[datetime]
    released_at: Mapped[datetime | None]
