"""A threshold's new value, said as a command."""

from app.rulebooks.commands import EditRuleFile
from app.rulebooks.editions import Edition
from app.rulebooks.files import text_sha256
from app.rulebooks.writing import with_value
from app.web import door
from app.web.rulebooks.thresholds import number_of
from forms.rule_text import ValueForm
from rules.rulebook import Parameter

FILE = "parameters.yaml"


def new_value(edition: Edition, parameter: Parameter, form: ValueForm) -> EditRuleFile:
    """Say it; Incomplete where the value is no number or its day has passed."""
    assert edition.version is not None  # noqa: S101 (it is editable)
    assert form.begins.data is not None  # noqa: S101 (the form is valid)
    text, today = edition.files[FILE], door.clock().today()
    number = number_of(form.value.data or "", parameter.unit)
    return EditRuleFile(
        **door.said(),
        version_id=edition.version.id,
        path=FILE,
        text=with_value(text, parameter, form.begins.data, number, today),
        seen_sha256=text_sha256(text),
    )
