"""The last step of the signing: the committee's seal is put on."""

from typing import Any

from app.agreements.commands import AffixSeal
from forms.base import Form, day_field
from forms.spoken import words_of


class SealForm(Form):
    """The day of the seal."""

    on = day_field("盖章日期")

    def to_command(self, **said: Any) -> AffixSeal:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return AffixSeal(**said | words_of(self, "on"))
