"""The form itself: its key, the version it was opened on, and what is wrong with it."""

from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from app.kernel.errors import Incomplete
from app.kernel.ids import new_id


class Form(FlaskForm):  # type: ignore[misc]  # (flask-wtf has no stubs)
    """One form, one command; the key makes a double click act once."""

    key = HiddenField(default=lambda: str(new_id()))
    seen_version = IntegerField(widget=HiddenInput(), validators=[Optional()])

    @property
    def command_key(self) -> UUID:
        """Give the key the command is carried under."""
        try:
            return UUID(self.key.data)
        except (TypeError, ValueError) as error:
            raise Incomplete("这一页不完整，没有保存。请重新打开这一页再填写。") from error

    def problems(self) -> list[tuple[str, str]]:
        """List what is wrong as (anchor, sentence) for the summary at the top."""
        whole = [("", sentence) for sentence in self.form_errors]
        return whole + [(f.id, sentence) for f in self for sentence in _flat(f.errors)]


def _flat(found: object) -> list[str]:
    if isinstance(found, dict):
        return [sentence for part in found.values() for sentence in _flat(part)]
    if isinstance(found, list | tuple):
        return [sentence for part in found for sentence in _flat(part)]
    return [str(found)]
