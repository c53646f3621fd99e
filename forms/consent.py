"""Forms about what the parties said to mediation and were told of their rights."""

from typing import Any

from app.cases.commands import CorrectConsent, RecordConsent, RecordRightsTold
from app.cases.enums import ConsentForm as Manner
from forms.base import Form, choice_field, day_field, text_field, yes_no_field
from forms.picks import PickField, TicksField
from forms.required import missing
from forms.spoken import words_of


class ConsentForm(Form):
    """Who said yes or no, on which day, how."""

    party_id = PickField("当事人", validators=[missing])
    agrees = yes_no_field("是否同意调解")
    form = choice_field("方式", Manner)
    on = day_field("表态日期")
    reason = text_field("说明（拒绝的写明原因）", 300, required=False)

    def to_command(self, **said: Any) -> RecordConsent:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordConsent(**said | words_of(self, "party_id", "agrees", "form", "on", "reason"))


class CorrectionForm(Form):
    """How a record came to be wrong."""

    reason = text_field("怎么登错的", 300)

    def to_command(self, **said: Any) -> CorrectConsent:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return CorrectConsent(**said | words_of(self, "reason", "seen_version"))


class RightsForm(Form):
    """Whom the notice was told to, on which day, how."""

    party_ids = TicksField("已告知的当事人", validators=[missing])
    form = choice_field("告知方式", Manner)
    on = day_field("告知日期")

    def to_command(self, **said: Any) -> RecordRightsTold:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordRightsTold(**said | words_of(self, "party_ids", "form", "on"))
