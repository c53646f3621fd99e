"""A term was met: on which day, and what was done."""

from typing import Any

from app.deadlines.commands import MeetDeadline
from forms.base import Form, day_field, text_field
from forms.spoken import words_of


class DeadlineMetForm(Form):
    """What was done, and when."""

    on = day_field("哪一天办结的")
    done = text_field("办了什么", 300, rows=2)

    def to_command(self, **said: Any) -> MeetDeadline:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MeetDeadline(**said | words_of(self, "on", "done"))
