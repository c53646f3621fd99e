"""The one check that a field was filled in."""

from wtforms import Field, Form
from wtforms.validators import StopValidation


def missing(form: Form, field: Field) -> None:
    """Say which field is still empty; what could not be read was filled in, and is said already."""
    del form
    if field.process_errors:
        raise StopValidation
    if field.data is None or field.data in ("", []):
        sentence = f"请填写“{field.label.text}”。"
        raise StopValidation(sentence)


missing.field_flags = {"required": True}  # type: ignore[attr-defined]  # (WTForms reads it here)
