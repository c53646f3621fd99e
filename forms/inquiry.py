"""The inquiry record's form: one person asked, with what they said."""

from typing import Any

from app.meetings.commands import RecordInquiry
from forms.base import Form, day_field, text_field
from forms.spoken import words_of
from forms.times import hour_field

LONGEST = 20_000
NAMES = ("on", "starts", "ends", "place", "inquirers", "recorder", "asked", "relation", "details")


class InquiryForm(Form):
    """人民调解调查记录."""

    asked = text_field("被调查人姓名", 100)
    relation = text_field("与当事人的关系", 100, required=False)
    details = text_field("性别、年龄、民族、职业、住址", 300, required=False)
    on = day_field("调查日期")
    starts = hour_field("开始时间")
    ends = hour_field("结束时间", required=False)
    place = text_field("调查地点", 200)
    inquirers = text_field("调查人", 200)
    recorder = text_field("记录人", 60)
    text = text_field("记录内容（一问一答）", LONGEST, rows=12)

    def to_command(self, **said: Any) -> RecordInquiry:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command; the form's key is the record's id."""
        return RecordInquiry(**said | words_of(self, *NAMES, "text"), inquiry_id=self.command_key)
