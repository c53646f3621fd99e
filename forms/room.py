"""Forms of rooms: a new one, and taking one for a session."""

from typing import Any

from app.meetings.room_commands import AddRoom, BookRoom
from forms.base import Form, text_field
from forms.counts import CountField
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of
from forms.times import hour_field

SEATS = "请写能坐几个人，1到500的数字，例如：20。"


class RoomForm(Form):
    """Its name, where it is, how many it seats."""

    name = text_field("名称", 60)
    address = text_field("在哪里", 200)
    seats = CountField("能坐几个人", SEATS, (1, 500))

    def to_command(self, **said: Any) -> AddRoom:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return AddRoom(**said, **words_of(self, "name", "address", "seats"))


class BookForm(Form):
    """Which room, until when."""

    room_id = PickField("会诊室（调解室）", validators=[missing])
    until = hour_field("用到几点")

    def to_command(self, **said: Any) -> BookRoom:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return BookRoom(**said, **words_of(self, "room_id", "until", "seen_version"))
