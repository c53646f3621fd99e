"""An hour of the day, as a person gives it; and ticks among an enum's words."""

from enum import StrEnum
from typing import Any

from wtforms import SelectMultipleField, TimeField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from app.words import choices
from forms.required import missing
from forms.words import WRONG


class HourField(TimeField):
    """An hour of the day, to the minute."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read 09:30."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        if not typed:
            return
        self.data = None
        try:
            super().process_formdata([typed.replace("：", ":")])
        except ValueError as error:
            raise ValueError("时间请写成 09:30 这样。") from error


class WordTicksField(SelectMultipleField):
    """Several words of an enum, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, words: type[StrEnum], **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        def offer() -> list[SelectChoice]:
            return [SelectChoice(value, said) for value, said in choices(words)]

        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=offer, coerce=words, **more)


def hour_field(label: str, *, required: bool = True) -> HourField:
    """Ask for an hour of the day."""
    return HourField(label, validators=[missing if required else Optional()])
