"""What happens to a running term: it stands, runs on, is made longer or shorter."""

from typing import Any

from wtforms.validators import Optional

from app.deadlines.commands import RecordClockEntry
from app.deadlines.ledger import Kind
from forms.base import Form, choice_field, day_field, text_field
from forms.counts import CountField
from forms.picks import TicksField
from forms.spoken import words_of

NAMES = ("kind", "on", "days", "agreed_by", "because", "agreed_party_ids", "seen_version")
WRONG_DAYS = "天数请写 1 到 365 之间的整数。"


class ClockEntryForm(Form):
    """One entry of the ledger."""

    kind = choice_field("办什么", Kind)
    on = day_field("从哪一天起（当日）")
    days = CountField("延长或缩短几天", WRONG_DAYS, (1, 365), required=False)
    agreed_party_ids = TicksField("同意延长的当事人", validators=[Optional()])
    agreed_by = text_field("批准的负责人", 200, required=False)
    because = text_field("理由", 500, required=False, rows=2)

    def to_command(self, **said: Any) -> RecordClockEntry:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordClockEntry(**said | words_of(self, *NAMES))
