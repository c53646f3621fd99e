"""Where an outside organ is found."""

from typing import Any

from app.cases.intake.commands import SetReferralTarget
from forms.base import Form, text_field
from forms.spoken import words_of


class TargetForm(Form):
    """Name, address, phone and hours of one organ."""

    name = text_field("单位名称", 100)
    address = text_field("地址", 200, required=False)
    phone = text_field("电话", 40, required=False)
    hours = text_field("办公时间", 100, required=False)

    def to_command(self, **said: Any) -> SetReferralTarget:  # noqa: ANN401 (who, which: the page's)
        """Say it as a command."""
        return SetReferralTarget(**said | words_of(self, "name", "address", "phone", "hours"))
