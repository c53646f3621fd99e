"""What was done of an obligation, and how its debtor was urged."""

from typing import Any
from uuid import UUID

from flask_wtf.file import FileField
from wtforms import BooleanField

from app.agreements.commands import FulfillObligation, UrgeObligation
from app.agreements.enums import UrgingOutcome, UrgingWay
from forms.base import Form, choice_field, day_field, money_field, text_field
from forms.obligation import fen
from forms.spoken import words_of


class FulfillForm(Form):
    """What was done, in part or whole, and how it is known."""

    on = day_field("履行日期")
    amount = money_field("这次付了多少（元，不涉及钱的不填）")
    is_whole = BooleanField("这一项已经全部履行")
    proof = text_field("凭什么知道的（收条、转账记录、当面看到、电话核实）", 500)
    scan = FileField("凭证扫描件（收条、转账单，可不传）")

    def to_command(self, obligation_id: UUID, **said: Any) -> FulfillObligation:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, "on", "is_whole", "proof")
        amount = fen(self.amount.data)
        return FulfillObligation(**said | words, obligation_id=obligation_id, amount_fen=amount)


class UrgeForm(Form):
    """That the debtor was urged, how, and what came of it."""

    on = day_field("催促日期")
    way = choice_field("方式", UrgingWay)
    outcome = choice_field("结果", UrgingOutcome)
    said = text_field("对方怎么说", 500)
    promised_on = day_field("答应哪天前履行", required=False)
    remedies_told = BooleanField(
        "已告知权利人：可以请乡镇人民政府处理，也可以向人民法院起诉（《人民调解工作若干规定》第38条）"
    )

    def to_command(self, obligation_id: UUID, **said: Any) -> UrgeObligation:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, "on", "way", "outcome", "said", "promised_on", "remedies_told")
        return UrgeObligation(**said | words, obligation_id=obligation_id)
