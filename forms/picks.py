"""Choices that the page brings along: one person of a list, or several with ticks."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wtforms import SelectField, SelectMultipleField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)
from wtforms.widgets import CheckboxInput, ListWidget

from forms.words import WRONG

Pairs = Iterable[tuple[UUID, str]]


class PickField(SelectField):
    """One row of a list; the data is its id, or None where nothing was chosen."""

    def __init__(self, label: str, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=[], coerce=_id, **more)

    def offer(self, pairs: Pairs) -> None:
        """Say what there is to choose from."""
        rows = [SelectChoice(str(row), said) for row, said in pairs]
        self.choices = [SelectChoice("", "请选择"), *rows]


class TicksField(SelectMultipleField):
    """Several rows of a list, each with a box to tick; the data is their ids."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=[], coerce=_id, **more)

    def offer(self, pairs: Pairs) -> None:
        """Say what there is to tick."""
        self.choices = [SelectChoice(str(row), said) for row, said in pairs]

    @property
    def ids(self) -> tuple[UUID, ...]:
        """Give what was ticked."""
        return tuple(self.data or ())


def _id(value: object) -> UUID | None:
    return value if isinstance(value, UUID) else UUID(str(value)) if value else None
