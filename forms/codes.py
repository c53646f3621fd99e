"""Choices by code: an area of the list the page brings along; and every field a person sees."""

from collections.abc import Iterable
from typing import Any

from wtforms import Field, SelectField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)

from forms.form import Form
from forms.words import WRONG

UNSEEN = frozenset({"csrf_token", "key", "seen_version"})


class CodeField(SelectField):
    """One code of a list; the data is the code, or None where nothing was chosen."""

    def __init__(self, label: str, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=[], coerce=_code, **more)

    def offer(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Say what there is to choose from."""
        self.choices = [SelectChoice("", "请选择"), *(SelectChoice(*pair) for pair in pairs)]


def seen_fields(form: Form) -> list[Field]:
    """List the fields a person fills in, in order."""
    return [field for field in form if field.short_name not in UNSEEN]


def _code(value: object) -> str | None:
    return str(value) if value else None
