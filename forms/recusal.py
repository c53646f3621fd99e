"""Forms about a mediator who should perhaps not sit."""

from typing import Any

from wtforms.validators import Optional

from app.cases.recusal_commands import RaiseRecusal, RecusalKind, RecusalOutcome, SettleRecusal
from forms.base import Form, choice_field, day_field, text_field
from forms.picks import PickField, TicksField
from forms.required import missing
from forms.spoken import words_of


class RecusalForm(Form):
    """Which mediator, why, and who raised it."""

    mediator_id = PickField("调解员", validators=[missing])
    kind = choice_field("情形", RecusalKind)
    party_id = PickField("提出的当事人（调解员自己声明的不选）", validators=[Optional()])
    reason = text_field("关系或理由", 300)
    on = day_field("提出日期")

    def to_command(self, **said: Any) -> RaiseRecusal:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, "mediator_id", "kind", "party_id", "reason", "on")
        return RaiseRecusal(**said | words)


class SettlementForm(Form):
    """Whether the mediator stays, or who replaces them."""

    outcome = choice_field("处理结果", RecusalOutcome)
    replacement_id = PickField("接替的调解员（更换时选）", validators=[Optional()])
    agreed_party_ids = TicksField("已同意继续的当事人（留任时勾选）")

    def to_command(self, **said: Any) -> SettleRecusal:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, "outcome", "replacement_id", "agreed_party_ids", "seen_version")
        return SettleRecusal(**said | words)
