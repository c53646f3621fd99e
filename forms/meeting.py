"""Forms about planning a session, moving it and calling it off."""

from typing import Any

from wtforms import BooleanField
from wtforms.validators import Optional

from app.meetings.commands import CancelMeeting, MoveMeeting, PlanMeeting
from app.meetings.enums import MeetingKind, Method
from forms.base import Form, choice_field, day_field, text_field
from forms.guests import guest_rows, guests_in
from forms.picks import PickField
from forms.spoken import words_of
from forms.times import hour_field


class PlanForm(Form):
    """When, where, how, who chairs, whether it is open."""

    kind = choice_field("方式（四诊）", MeetingKind)
    held_on = day_field("日期")
    starts = hour_field("开始时间")
    place = text_field("地点", 200)
    method = choice_field("调解方法", Method)
    chair_id = PickField("调解主持人", validators=[Optional()])
    asks_public = BooleanField("当事人要求公开调解")
    objection = text_field("反对公开的人和理由", 300, required=False)
    guests = guest_rows()

    def to_command(self, **said: Any) -> PlanMeeting:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command; the form's key is the meeting's id."""
        names = ("kind", "held_on", "starts", "place", "method", "chair_id", "asks_public")
        words = words_of(self, *names, "objection", "seen_version")
        guests = guests_in(self.guests, who_came=False)
        return PlanMeeting(**said | words, meeting_id=self.command_key, guests=guests)


class MoveForm(Form):
    """Another day, hour or place."""

    held_on = day_field("新的日期")
    starts = hour_field("新的时间")
    place = text_field("地点", 200)

    def to_command(self, **said: Any) -> MoveMeeting:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MoveMeeting(**said | words_of(self, "held_on", "starts", "place", "seen_version"))


class CancelForm(Form):
    """Why it will not be held."""

    reason = text_field("取消原因", 300)

    def to_command(self, **said: Any) -> CancelMeeting:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return CancelMeeting(**said | words_of(self, "reason", "seen_version"))
