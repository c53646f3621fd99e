"""A whole number, as a person writes it."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from forms.ids import BROKEN
from forms.required import missing

LARGEST = 10**9  # what a version of a row never reaches


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
        super().__init__(label, validators=[missing if required else Optional()], **more)
        self.wrong, self.within = wrong, within
        self.flags.min, self.flags.max = within

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read 15 and １５ alike."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(self.wrong) from error
        low, high = self.within
        if self.data is not None and not low <= self.data <= high:
            self.data = None
            raise ValueError(self.wrong)


def version_field() -> CountField:
    """Carry along which version of a row the page was opened on."""
    return CountField("", BROKEN, (0, LARGEST), required=False, widget=HiddenInput())
