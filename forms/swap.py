"""Forms of a swap that is asked for: the question, and why not."""

from typing import Any

from app.rota.swap_commands import DeclineSwap, ObjectToSwap, OfferSwap
from forms.base import Form, text_field
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of


class OfferForm(Form):
    """With whom, and why."""

    other_id = PickField("和哪一班换", validators=[missing])
    note = text_field("说明", 200, required=False)

    def to_command(self, **said: Any) -> OfferSwap:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return OfferSwap(**said, **words_of(self, "other_id", "note"))


class ObjectForm(Form):
    """Why the swap does not do."""

    because = text_field("为什么不行", 200)

    def to_command(self, **said: Any) -> ObjectToSwap:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ObjectToSwap(**said, **words_of(self, "because"))


class DeclineForm(Form):
    """Why not, if one likes to say."""

    because = text_field("原因", 200, required=False)

    def to_command(self, **said: Any) -> DeclineSwap:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return DeclineSwap(**said, **words_of(self, "because"))
