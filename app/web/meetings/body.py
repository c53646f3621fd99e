"""/cases/<id>/consulted-bodies/<id>: one body: its answer, opinion and what it took on."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.meetings.consultation_reading import commitments_of, find_body
from app.meetings.consultation_records import ConsultedBody
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.base import Form
from forms.consultation import AnswerForm, CommitmentForm, OpinionForm
from forms.minutes import FulfillmentForm

page = Blueprint("consulted_body", __name__, url_prefix="/cases/<uuid:case_id>/consulted-bodies")
KINDS = {
    "answer": AnswerForm,
    "opinion": OpinionForm,
    "commitments": CommitmentForm,
    "done": FulfillmentForm,
}


@page.get("/<uuid:body_id>")
@requires(Permission.CASE_READ)
def show(case_id: UUID, body_id: UUID) -> str:
    """Show one body."""
    case = found(case_id)
    return _shown(case, find_body(door.reading(), case, body_id))


@page.post("/<uuid:body_id>/answer")
@requires(Permission.CASE_MEDIATE)
def answer(case_id: UUID, body_id: UUID) -> Answered:
    """Keep what the body answered."""
    return _keep(case_id, body_id, "answer")


@page.post("/<uuid:body_id>/opinion")
@requires(Permission.CASE_MEDIATE)
def opine(case_id: UUID, body_id: UUID) -> Answered:
    """Keep what the body said."""
    return _keep(case_id, body_id, "opinion")


@page.post("/<uuid:body_id>/commitments")
@requires(Permission.CASE_MEDIATE)
def commit(case_id: UUID, body_id: UUID) -> Answered:
    """Keep what the body took on."""
    return _keep(case_id, body_id, "commitments")


@page.post("/<uuid:body_id>/commitments/<uuid:commitment_id>")
@requires(Permission.CASE_MEDIATE)
def fulfill(case_id: UUID, body_id: UUID, commitment_id: UUID) -> Answered:
    """Keep that a commitment was done."""
    return _keep(case_id, body_id, "done", commitment_id=commitment_id)


def _keep(case_id: UUID, body_id: UUID, what: str, **more: object) -> Answered:
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    form = shape(KINDS[what], case, prefix=what)
    who = speaking(case_id, **(more or {"body_id": body_id}))
    there = f"/cases/{case_id}/consulted-bodies/{body_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, body, what, form), there)


def _shown(case: Case, body: ConsultedBody, name: str = "", form: Form | None = None) -> str:
    forms: dict[str, Form] = {one: shape(kind, case, prefix=one) for one, kind in KINDS.items()}
    forms |= {name: form} if form else {}
    rows, today = commitments_of(door.reading(), body), door.clock().today()
    given = {"body": body, "rows": rows, "forms": forms, "today": today}
    return render_template("meetings/body.html", case=case, **given)
