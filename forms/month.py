"""The form that closes a month of the registers."""

from datetime import date
from typing import Any

from wtforms import HiddenField

from app.kernel.errors import Incomplete
from app.registers.commands import CloseMonth
from forms.base import Form


class MonthForm(Form):
    """Which month."""

    month = HiddenField()

    def to_command(self, **said: Any) -> CloseMonth:  # noqa: ANN401 (who: the page's)
        """Say it as a command."""
        return CloseMonth(**said, month=read_month(self.month.data or ""))


def read_month(text: str) -> date:
    """Read 2026-03 as its first day; Incomplete where it is no month."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Incomplete("没有看懂月份，请写成 2026-03 这样，或从列表点进来。") from error
