"""What was heard on a revisit."""

from typing import Any

from wtforms import HiddenField

from app.aftercare.commands import RecordRevisit
from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from forms.base import Form, choice_field, day_field, text_field
from forms.ids import known_id
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of

NAMES = (
    "party_id", "on", "manner", "fulfillment_heard", "satisfaction", "satisfaction_asked_by",
    "later_dispute", "hidden_trouble", "measures",
)  # fmt: skip


class RevisitForm(Form):
    """One party, asked how it went."""

    revisit_id = HiddenField()
    party_id = PickField("回访了谁", validators=[missing])
    on = day_field("回访日期")
    manner = choice_field("方式", RevisitManner)
    visitors = text_field("回访人（几个人用、隔开）", 200)
    fulfillment_heard = choice_field("履行情况", FulfillmentHeard)
    fulfillment_said = text_field("具体情况", 2000, required=False, rows=3)
    satisfaction = choice_field("对调解满意吗", Satisfaction, required=False)
    satisfaction_asked_by = text_field("满意度由谁来问的（不能是承办调解员）", 60, required=False)
    later_dispute = text_field("有没有新的争议、起诉或判决", 2000, required=False, rows=2)
    hidden_trouble = text_field("有没有激化迹象、遗留隐患", 2000, required=False, rows=2)
    measures = text_field("采取了什么措施", 2000, required=False, rows=2)

    def to_command(self, **said: Any) -> RecordRevisit:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        names = (self.visitors.data or "").replace("，", "、").replace(",", "、").split("、")
        words = words_of(self, *NAMES)
        return RecordRevisit(
            **said | words,
            revisit_id=known_id(self.revisit_id.data),
            visitors=tuple(name.strip() for name in names if name.strip()),
            fulfillment_said=self.fulfillment_said.data or "",
        )
