"""One obligation line of an agreement."""

from decimal import Decimal

from wtforms import Form as Part

from app.agreements.commands import ObligationWords
from forms.base import day_field, money_field, text_field


class ObligationPart(Part):
    """Who owes whom what, how, where, by when."""

    debtor = text_field("谁来做（义务人）", 100, required=False)
    creditor = text_field("对谁（权利人）", 100, required=False)
    what = text_field("做什么", 500, required=False)
    amount = money_field("金额（元，不涉及钱的不填）")
    manner = text_field("方式", 200, required=False)
    place = text_field("地点", 200, required=False)
    due_on = day_field("期限", required=False)
    default_consequence = text_field("逾期怎么办", 300, required=False)

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was written in this row."""
        return not any(field.data for field in self)

    def words(self) -> ObligationWords:
        """Say the row; yuan become fen."""
        said = {name: self[name].data or "" for name in TEXTS}
        return ObligationWords(**said, amount_fen=fen(self.amount.data), due_on=self.due_on.data)


TEXTS = ("debtor", "creditor", "what", "manner", "place", "default_consequence")


def fen(yuan: object) -> int | None:
    """Count yuan in fen; nothing and zero are no amount."""
    return int(yuan * 100) if isinstance(yuan, Decimal) and yuan > 0 else None
