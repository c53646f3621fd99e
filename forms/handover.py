"""Forms about the case's way: asking the parties, offering, sending back."""

from typing import Any

from app.cases.enums import ConsentForm as Manner
from app.cases.handover_commands import (
    AskAboutHandover,
    DeclineHandover,
    HandoverReason,
    OfferHandover,
)
from forms.base import Form, choice_field, day_field, text_field, yes_no_field
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of


class AskForm(Form):
    """What a party says to another committee taking the case."""

    party_id = PickField("当事人", validators=[missing])
    committee_id = PickField("拟转到的调委会", validators=[missing])
    agrees = yes_no_field("是否同意转办")
    form = choice_field("方式", Manner)
    on = day_field("征求日期")

    def to_command(self, **said: Any) -> AskAboutHandover:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, "party_id", "committee_id", "agrees", "form", "on")
        return AskAboutHandover(**said | words)


class OfferForm(Form):
    """Where to, and why."""

    committee_id = PickField("转到", validators=[missing])
    reason = choice_field("理由", HandoverReason)
    because = text_field("具体说明", 1000, rows=3)

    def to_command(self, **said: Any) -> OfferHandover:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return OfferHandover(
            **said | words_of(self, "committee_id", "reason", "because", "seen_version")
        )


class DeclineForm(Form):
    """Why this committee cannot take it."""

    because = text_field("退回理由", 1000, rows=2)

    def to_command(self, **said: Any) -> DeclineHandover:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return DeclineHandover(**said | words_of(self, "because", "seen_version"))
