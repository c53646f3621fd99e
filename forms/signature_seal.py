"""The steps around the signing: the text is fixed, the seal is put on it."""

from typing import Any

from app.agreements.commands import AffixSeal, FinalizeAgreement
from forms.base import Form, day_field, text_field
from forms.spoken import words_of


class SealForm(Form):
    """The day of the seal."""

    on = day_field("盖章日期")

    def to_command(self, **said: Any) -> AffixSeal:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return AffixSeal(**said | words_of(self, "on"))


class FinalForm(Form):
    """The day on which it was reached, and who wrote it down."""

    on = day_field("达成协议的日期")
    recorder = text_field("记录人", 60)

    def to_command(self, **said: Any) -> FinalizeAgreement:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return FinalizeAgreement(**said | words_of(self, "on", "recorder"))
