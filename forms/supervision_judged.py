"""Forms of judging a supervision order: sending the answer back, closing, taking the order back."""

from typing import Any

from app.supervision.order_commands import CloseOrder, SendAnswerBack, WithdrawOrder
from forms.base import Form, day_field, text_field
from forms.spoken import words_of


class SendBackForm(Form):
    """What is missing, and until when."""

    because = text_field("退回理由", 1000, rows=2)
    due_on = day_field("重新答复的期限")

    def to_command(self, **said: Any) -> SendAnswerBack:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return SendAnswerBack(**said | words_of(self, "because", "due_on"))


class CloseForm(Form):
    """A remark; needed where there was no answer."""

    because = text_field("销号意见", 1000, required=False, rows=2)

    def to_command(self, **said: Any) -> CloseOrder:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return CloseOrder(**said | words_of(self, "because"))


class WithdrawForm(Form):
    """Why it was issued by mistake."""

    because = text_field("撤回理由", 1000, rows=2)

    def to_command(self, **said: Any) -> WithdrawOrder:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return WithdrawOrder(**said | words_of(self, "because"))
