"""That something registered as done was a mistake."""

from typing import Any

from app.agreements.commands import WithdrawFulfillment
from forms.base import Form, text_field
from forms.spoken import words_of


class WithdrawalForm(Form):
    """Why it counts no more."""

    because = text_field("撤回的原因", 300, rows=2)

    def to_command(self, **said: Any) -> WithdrawFulfillment:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return WithdrawFulfillment(**said | words_of(self, "because", "seen_version"))
