"""Stopping a laptop; the sealed file that one wrote on a stick."""

from typing import Any

from flask_wtf.file import FileField

from app.sync.commands import StopDevice
from forms.base import Form, text_field
from forms.required import missing
from forms.spoken import words_of


class StopDeviceForm(Form):
    """Why a laptop is stopped."""

    because = text_field("停用原因", 300, rows=2)

    def to_command(self, **said: Any) -> StopDevice:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return StopDevice(**said | words_of(self, "because"))


class StickForm(Form):
    """The file."""

    file = FileField("封存文件（.sizhen）", validators=[missing])
