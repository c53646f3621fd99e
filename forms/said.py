"""What was typed, said again as a record: nothing added, nothing checked, blanks left out.

The house checks a form's record as it checks any other program's: one rule, one sentence.
"""

import unicodedata
from typing import Any

from wtforms import BooleanField, Field, FieldList, FormField, SelectMultipleField
from wtforms.form import BaseForm

from forms.money import yuan

NOT_TOLD = frozenset({"csrf_token", "key", "seen_version", "linked_case_id", "not_same"})
COUNTED = frozenset({"age", "count", "people_involved", "sessions"})
ANSWERS = {"yes": True, "no": False}


def said(form: BaseForm) -> dict[str, Any]:
    """Write a form as a mapping; what was left empty is absent."""
    told = {f.short_name: _value(f) for f in form if f.short_name not in NOT_TOLD}
    return {name: value for name, value in told.items() if value not in ("", None, [], {})}


def typed(field: Field) -> str:
    """Give a field's text as it was typed, or as it was preset."""
    raw = field.raw_data[0] if field.raw_data else field.data
    return str(raw).strip() if raw is not None else ""


def entries(fields: "FieldList[Any]") -> list[tuple[int, dict[str, Any]]]:
    """List what was told in each row, with the row's place; rows without a word are no rows."""
    rows = ((i, said(entry.form)) for i, entry in enumerate(fields))
    return [(i, row) for i, row in rows if row.keys() - {"side", "kind"}]


def _value(field: Field) -> Any:  # noqa: ANN401 (the record's few types)
    if isinstance(field, FormField):
        return said(field.form)
    if isinstance(field, FieldList):
        return [row for _, row in entries(field)]
    if isinstance(field, SelectMultipleField):
        return list(field.raw_data or field.data or [])
    if isinstance(field, BooleanField):
        return True if field.data else None
    return _text(field)


def _text(field: Field) -> Any:  # noqa: ANN401 (the record's few types)
    text, name = typed(field), field.short_name
    if name == "claims":
        return [line.strip() for line in text.splitlines() if line.strip()]
    if name == "consents":
        return ANSWERS.get(text, text)
    plain = unicodedata.normalize("NFKC", text)
    if name == "amount":
        return yuan(text)
    if name in COUNTED and plain.isascii() and plain.isdigit() and len(plain) < 19:  # noqa: PLR2004 (a 64-bit number)
        return int(plain)
    return text
