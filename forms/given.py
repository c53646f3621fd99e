"""What was posted, told in the words of the form it was typed into: its labels, its choices."""

from collections.abc import Sequence
from dataclasses import dataclass

from wtforms import BooleanField, Field, HiddenField, SelectFieldBase
from wtforms.widgets import HiddenInput

from forms.codes import UNSEEN
from forms.fitting import fields_of
from forms.form import Form

CHOSEN = "（原页上选好的一项）"  # of a list that only the page knows
MORE = "另填的内容"
BUTTONS = frozenset({"do", "press"})  # which button was pressed


@dataclass(frozen=True)
class Given:
    """One value as it was posted; what a person did not see has no label."""

    name: str
    value: str
    label: str = ""
    said: str = ""


def told(pairs: Sequence[tuple[str, str]], near: Sequence[type[Form]]) -> list[Given]:
    """Tell every value in the words of the form that knows its name; those `near` are asked first."""
    if not pairs:
        return []
    fields = {field.name: (label, field) for label, field in fields_of(pairs, near)}
    return [given(name, value, *fields.get(name, (MORE, None))) for name, value in pairs]


def given(name: str, value: str, label: str, field: Field | None) -> Given:
    """Tell one value under its label."""
    if name in UNSEEN | BUTTONS or isinstance(field, HiddenField) or _is_hidden(field):
        return Given(name, value)
    return Given(name, value, label, _said(field, value))


def _is_hidden(field: Field | None) -> bool:
    return field is not None and isinstance(field.widget, HiddenInput)


def _said(field: Field | None, value: str) -> str:
    if isinstance(field, BooleanField):
        return "是"
    if isinstance(field, SelectFieldBase):
        words = {str(code): str(said) for code, said, *_ in field.iter_choices()}
        return words.get(value, CHOSEN)
    return value
