"""What is wrong with a form, put beside the fields where it is, and listed with links at the top."""

from collections.abc import Sequence

from wtforms import Field, FieldList, FormField

from app.cases.intake.problems import BadRecord, Place, Problem
from app.kernel.errors import DomainError
from app.web.forms import refused
from app.web.intake.lists import types
from forms.form import Form
from forms.said import entries

Told = list[tuple[str, str]]


def tell(form: Form, error: DomainError) -> tuple[Told, int]:
    """Put an error on the form; answer the summary (anchor, sentence) and the HTTP status."""
    if not isinstance(error, BadRecord):
        status = refused(form, error)
        return [("", str(error))], status
    return [_place(form, problem) for problem in error.problems], 422


def _place(form: Form, problem: Problem) -> tuple[str, str]:
    field = find(form, problem.place)
    if field is None:
        return "", problem.message
    message = _in_words(field, problem)
    field.errors = [*field.errors, _short(message)]
    return field.id, message


def _in_words(field: Field, problem: Problem) -> str:
    """Name the types of dispute as the list beside the field does, not by the contract's codes."""
    if problem.place != ("dispute_type",) or not field.data:
        return problem.message
    names = "、".join(offer.name for offer in types().listed)
    return f"“纠纷类型”里没有这一类，请从列表里选；应为下列之一：{names}。"


def _short(message: str) -> str:
    """Leave out the name of the field that a message opens with, beside the field itself."""
    named, mark, rest = message.partition("”")
    return rest if named.startswith("“") and mark and rest else message


def find(form: Form, place: Place) -> Field | None:
    """Find the field that a place of the record came from."""
    found: Field | None = None
    fields = form
    for step in place:
        if isinstance(step, int):
            found = _row(found, step)
        elif step in fields:
            found = fields[step]
        if isinstance(found, FormField):
            fields = found.form
    return None if isinstance(found, FieldList | FormField) else found


def _row(field: Field | None, index: int) -> Field | None:
    if not isinstance(field, FieldList):
        return field
    kept: Sequence[int] = [row for row, _ in entries(field)]
    return field[kept[index]] if index < len(kept) else field
