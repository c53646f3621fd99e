"""The page of one consulted body: a form for each thing it does, and one for each thing it took on."""

from functools import partial

from flask import render_template

from app.cases.model import Case
from app.meetings.consultation_reading import commitments_of
from app.meetings.consultation_records import ConsultedBody
from app.web import door
from app.web.lines import Refused, at_lines
from app.web.steps import shape
from forms.base import Form
from forms.consultation import AnswerForm, CommitmentForm, OpinionForm
from forms.minutes import FulfillmentForm

KINDS: dict[str, type[Form]] = {
    "answer": AnswerForm,
    "opinion": OpinionForm,
    "commitments": CommitmentForm,
}


def drawn(case: Case, body: ConsultedBody, refused: Refused | None = None, **typed: Form) -> str:
    """Draw it, with what was typed into a form that was refused."""
    forms = {one: shape(kind, case, prefix=one) for one, kind in KINDS.items()} | typed
    rows, today = commitments_of(door.reading(), body), door.clock().today()
    blank = partial(shape, FulfillmentForm, case, prefix="done", formdata=None)
    given = {"body": body, "rows": rows, "forms": forms, "today": today, "refused": refused}
    done = at_lines((row.id for row in rows), blank, refused)
    return render_template("meetings/body.html", case=case, done=done, **given)
