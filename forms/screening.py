"""Forms of a screening: the round, and a dispute it found."""

from typing import Any

from app.screenings.commands import RecordFoundDispute, RecordScreening
from app.screenings.enums import FoundOutcome
from forms.base import Form, choice_field, day_field, text_field
from forms.codes import CodeField
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of


class ScreeningForm(Form):
    """Where, when, and why."""

    day = day_field("排查日期")
    village_code = CodeField("哪个村（社区）", validators=[missing])
    occasion = text_field("为什么排查", 100)
    note = text_field("情况", 500, required=False, rows=3)

    def to_command(self, **said: Any) -> RecordScreening:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordScreening(**said, **words_of(self, "day", "village_code", "occasion", "note"))


class FoundForm(Form):
    """One dispute, and what became of it so far."""

    what = text_field("是什么纠纷", 500, rows=2)
    outcome = choice_field("怎么处理的", FoundOutcome)
    found_case_id = PickField("登记成了哪个案件")

    def to_command(self, **said: Any) -> RecordFoundDispute:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordFoundDispute(**said, **words_of(self, "what", "outcome", "found_case_id"))
