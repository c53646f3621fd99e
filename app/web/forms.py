"""A form that was refused is shown again, with everything typed and the reason."""

from uuid import UUID

from flask import request

from app.cases.visibility import find_case
from app.kernel.errors import DomainError, Incomplete, Stale
from app.web import door
from app.web.errors import status_of
from forms.base import Form


def refused(form: Form, error: DomainError) -> int:
    """Put a domain error on the form and give its HTTP status.

    Call it before the page is rendered: `status = refused(form, error)`, then
    `return render_template("….html", form=form, case=case), status`. After Stale the form
    carries the case's present version, so that a second, informed press is taken.
    """
    name = error.field if isinstance(error, Incomplete) else None
    field = form[name] if name and name in form else None
    if field is None:
        form.form_errors.append(str(error))
    else:
        field.errors = [*field.errors, str(error)]
    if isinstance(error, Stale):
        _look_again(form)
    return status_of(error)


def _look_again(form: Form) -> None:
    case_id: UUID | None = (request.view_args or {}).get("case_id")
    if case_id is not None and form.seen_version.data is not None:
        form.seen_version.data = find_case(door.reading(), door.actor(), case_id).version
        form.seen_version.raw_data = None  # what was posted would be shown instead
