"""司法确认: who applies together, and what the court answered."""

from typing import Any
from uuid import UUID

from wtforms.validators import Optional

from app.agreements.commands import ApplyForConfirmation, RecordConfirmation
from app.agreements.enums import ConfirmationResult
from forms.base import Form, choice_field, day_field, text_field
from forms.picks import TicksField
from forms.spoken import words_of


class ApplyForm(Form):
    """The joint application: all parties, one court, one day."""

    on = day_field("申请日期")
    party_ids = TicksField("共同申请的当事人（须全体）", validators=[Optional()])
    court = text_field("受理法院", 60)

    def to_command(self, **said: Any) -> ApplyForConfirmation:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        ids: tuple[UUID, ...] = self.party_ids.ids
        return ApplyForConfirmation(**said | words_of(self, "on", "court"), party_ids=ids)


class AnswerForm(Form):
    """What the court answered."""

    on = day_field("答复日期")
    result = choice_field("结果", ConfirmationResult)
    court_number = text_field("法院案号", 80, required=False)
    note = text_field("说明", 500, required=False)

    def to_command(self, **said: Any) -> RecordConfirmation:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordConfirmation(**said | words_of(self, "on", "result", "court_number", "note"))
