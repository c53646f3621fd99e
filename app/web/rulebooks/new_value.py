"""A threshold's new value, said as a command."""

from dataclasses import replace

from app.rulebooks.commands import EditRuleFile
from app.rulebooks.editions import Edition
from app.rulebooks.files import shipped_files, text_sha256
from app.rulebooks.numbers import Numbers
from app.rulebooks.writing import with_value
from app.web import door
from app.web.rulebooks.thresholds import number_of
from forms.rule_text import ValueForm
from rules.rulebook import Parameter

VALUES = "parameters.yaml"


def new_value(
    edition: Edition, numbers: Numbers | None, parameter: Parameter, form: ValueForm
) -> EditRuleFile:
    """Say it; Incomplete where the value is no number or its day has passed."""
    assert edition.version is not None  # noqa: S101 (it is editable)
    assert form.begins.data is not None  # noqa: S101 (the form is valid)
    path, today = numbers.file if numbers else VALUES, door.clock().today()
    now = edition.files.get(path)
    text = shipped_files()[path] if now is None else now
    told = replace(parameter, origin=form.origin.data or "", certainty=str(form.certainty.data))
    number = number_of(form.value.data or "", parameter)
    return EditRuleFile(
        **door.said(),
        version_id=edition.version.id,
        path=path,
        text=with_value(text, told, form.begins.data, number, today),
        seen_sha256=text_sha256(now),
    )
