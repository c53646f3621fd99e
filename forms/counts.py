"""A whole number, as a person writes it."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import NumberRange, Optional

from forms.required import missing


class CountField(IntegerField):
    """A whole number within two bounds; `wrong` says in Chinese how to write it."""

    def __init__(
        self,
        label: str,
        wrong: str,
        within: tuple[int, int],
        *,
        required: bool = True,
        **more: Any,  # noqa: ANN401 (WTForms passes its own)
    ) -> None:
        checks = [missing if required else Optional(), NumberRange(*within, wrong)]
        super().__init__(label, validators=checks, **more)
        self.wrong = wrong

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read 15 and １５ alike."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(self.wrong) from error
