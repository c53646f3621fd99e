"""Fields that read a person's words kindly and say in Chinese what is wrong."""

from decimal import Decimal, InvalidOperation
from typing import Any

from wtforms import StringField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation
from wtforms.widgets import TextArea, TextInput

from app.kernel.errors import Incomplete
from app.kernel.text import clean
from forms.money import yuan


class TextField(StringField):
    """Words, cleaned and held to their length; empty is None unless required."""

    def __init__(self, label: str, *, limit: int, rows: int = 0, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        super().__init__(label, **more)
        self.limit = limit
        self.widget = TextArea() if rows else TextInput()
        size = {"rows": rows} if rows else {}
        self.render_kw = {"maxlength": limit, **size, **(self.render_kw or {})}

    def pre_validate(self, form: BaseForm) -> None:
        """Clean what was typed, then let `read` make sense of it."""
        del form
        if not isinstance(self.data, str):
            return
        try:
            words = clean(self.data, label=self.label.text, limit=self.limit)
        except Incomplete as error:
            raise StopValidation(str(error)) from error
        self.data = self.read(words) if words else None

    def read(self, words: str) -> Any:  # noqa: ANN401 (each kind reads its own)
        """Make the value out of clean words; StopValidation says what is wrong."""
        return words


class MoneyField(TextField):
    """Yuan with at most two decimals, as Decimal."""

    def read(self, words: str) -> Decimal:
        """Read 12,000.50, １２０００ and 1.2万 alike."""
        try:
            amount = Decimal(yuan(words))
        except InvalidOperation as error:
            raise StopValidation("金额请写成 12000、12000.50 或 1.2万。") from error
        if not amount.is_finite() or not 0 <= amount < 10**12 or amount != round(amount, 2):
            raise StopValidation("金额不能是负数，最多到分（两位小数），且小于一万亿元。")
        return round(amount, 2)
