"""Taking a case back from somebody in a village."""

from typing import Any

from app.sync.commands import ForceRelease, TakeBack
from forms.base import Form, text_field
from forms.spoken import words_of


class TakeBackForm(Form):
    """Why it is taken back."""

    because = text_field("收回原因", 300, rows=2)

    def to_command(self, **said: Any) -> TakeBack:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return TakeBack(**said | words_of(self, "because", "seen_version"))


class ForceReleaseForm(Form):
    """Why somebody's own handing over cannot be waited for."""

    because = text_field("为什么等不到本人", 300, rows=2)

    def to_command(self, **said: Any) -> ForceRelease:  # noqa: ANN401 (who, whom: the page's)
        """Say it as a command."""
        return ForceRelease(**said | words_of(self, "because"))
