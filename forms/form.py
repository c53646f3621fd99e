"""The form itself: its key, the version it was opened on, and what is wrong with it."""

from uuid import UUID

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import FileField, HiddenField

from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from forms.counts import version_field
from forms.ids import BROKEN


class Form(FlaskForm):  # type: ignore[misc]  # (flask-wtf has no stubs)
    """One form, one command; the key makes a double click act once."""

    key = HiddenField(default=lambda: str(new_id()))
    seen_version = version_field()

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # (flask-wtf has no stubs)
        """How a post is read."""

        def wrap_formdata(self, form: FlaskForm, formdata: object) -> object:
            """Take a file only where one is asked for: anywhere else it would pass for words."""
            taken = super().wrap_formdata(form, formdata)
            if not isinstance(taken, CombinedMultiDict):
                return taken
            asked = {field.name for field in form if isinstance(field, FileField)}
            sent = [*request.files.items(multi=True), *request.form.items(multi=True)]
            return MultiDict(one for one in sent if isinstance(one[1], str) or one[0] in asked)

    @property
    def command_key(self) -> UUID:
        """Give the key the command is carried under."""
        try:
            return UUID(self.key.data)
        except (TypeError, ValueError) as error:
            raise Incomplete(BROKEN) from error

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
