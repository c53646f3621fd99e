"""The mediation record's form: what happened, who was there, how it ended."""

from typing import Any
from uuid import UUID

from wtforms import BooleanField

from app.cases.enums import Language
from app.meetings.commands import HoldMeeting
from app.meetings.enums import MeetingKind, MeetingResult, Method
from forms.base import Form, choice_field, day_field, text_field
from forms.guests import guest_rows, guests_in
from forms.picks import TicksField
from forms.spoken import words_of
from forms.times import WordTicksField, hour_field

LONGEST = 20_000
PLAIN = ("kind", "on", "starts", "ends", "place", "method", "asks_public", "objection")
TABLE = ("party_ids", "mediator_ids", "languages", "interpreter", "read_aloud_in", "recorder")


class RecordForm(Form):
    """人民调解记录."""

    kind = choice_field("方式（四诊）", MeetingKind)
    on = day_field("日期")
    starts = hour_field("开始时间")
    ends = hour_field("结束时间", required=False)
    place = text_field("地点", 200)
    method = choice_field("调解方法", Method)
    party_ids = TicksField("到场的当事人")
    mediator_ids = TicksField("参加的调解员")
    guests = guest_rows()
    languages = WordTicksField("调解所用语言", Language)
    interpreter = text_field("翻译姓名", 60, required=False)
    asks_public = BooleanField("当事人要求公开调解")
    objection = text_field("反对公开的人和理由", 300, required=False)
    text = text_field("调解记录", LONGEST, rows=14)
    result = choice_field("调解结果", MeetingResult)
    next_on = day_field("下次调解日期（有待继续的填）", required=False)
    read_aloud_in = choice_field("已向当事人宣读，用语", Language, required=False)
    recorder = text_field("记录人", 60)

    def to_command(self, *, meeting_id: UUID, **said: Any) -> HoldMeeting:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, *PLAIN, *TABLE, "text", "result", "next_on")
        guests = guests_in(self.guests, who_came=True)
        return HoldMeeting(**said | words, meeting_id=meeting_id, guests=guests)

    def validate(self, **more: Any) -> bool:  # noqa: ANN401 (WTForms passes its own)
        """Want the next day of a session that is to go on."""
        is_right: bool = super().validate(**more)
        if self.result.data is MeetingResult.TO_BE_CONTINUED and not self.next_on.data:
            self.next_on.errors = ["有待继续的，请约定下次调解日期。"]
            is_right = False
        return is_right
