"""Choices that the page brings along: one person of a list, or several with ticks."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from wtforms import Field, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)
from wtforms.widgets import CheckboxInput, ListWidget

from forms.words import WRONG

Pairs = Iterable[tuple[UUID, str]]


class PickField(SelectField):
    """One row of a list; the data is its id, or None where nothing was chosen."""

    def __init__(self, label: str, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=[], coerce=_id, **more)

    def offer(self, pairs: Pairs, others: Pairs = (), under: str = "") -> None:
        """Say what there is to choose from; the `others` stand below, `under` a heading."""
        self.choices = [SelectChoice("", "请选择"), *_rows(pairs), *_rows(others, under)]


class TicksField(SelectMultipleField):
    """Several rows of a list, each with a box to tick; the data is their ids."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=[], coerce=_id, **more)

    def offer(self, pairs: Pairs, others: Pairs = (), under: str = "") -> None:
        """Say what there is to tick; the `others` are folded away, `under` a heading."""
        self.rows = [*_rows(pairs), *_rows(others, under)]
        self.choices = [*self.rows]

    def groups(self) -> list[tuple[str, list[Field]]]:
        """Give the boxes under their headings; those in sight have none."""
        apart = groupby(zip(self, self.rows, strict=True), key=lambda pair: pair[1].optgroup or "")
        return [(under, [box for box, _ in some]) for under, some in apart]

    @property
    def ids(self) -> tuple[UUID, ...]:
        """Give what was ticked."""
        return tuple(self.data or ())


def _rows(pairs: Pairs, under: str | None = None) -> list[SelectChoice]:
    return [SelectChoice(str(row), said, optgroup=under) for row, said in pairs]


def _id(value: object) -> UUID | None:
    return value if isinstance(value, UUID) else UUID(str(value)) if value else None
