"""/cases/<id>/consulted-bodies/<id>: one body: its answer, opinion and what it took on."""

from functools import partial
from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.cases.model import Case
from app.meetings.consultation_reading import find_body
from app.meetings.consultation_records import ConsultedBody
from app.web import door
from app.web.guard import requires
from app.web.meetings.body_drawn import KINDS, drawn
from app.web.steps import Answered, found, shape, speaking, take
from forms.minutes import FulfillmentForm

page = Blueprint("consulted_body", __name__, url_prefix="/cases/<uuid:case_id>/consulted-bodies")


@page.get("/<uuid:body_id>")
@requires(Permission.CASE_READ)
def show(case_id: UUID, body_id: UUID) -> str:
    """Show one body."""
    case = found(case_id)
    return drawn(case, find_body(door.reading(), case, body_id))


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
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    form = shape(FulfillmentForm, case, prefix="done")
    who = speaking(case_id, commitment_id=commitment_id)
    again = partial(drawn, case, body, (commitment_id, form))
    return take(form, lambda f: f.to_command(**who), again, _path(body, case))


def _keep(case_id: UUID, body_id: UUID, what: str) -> Answered:
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    form = shape(KINDS[what], case, prefix=what)
    who = speaking(case_id, body_id=body_id)
    again = partial(drawn, case, body, **{what: form})
    return take(form, lambda f: f.to_command(**who), again, _path(body, case))


def _path(body: ConsultedBody, case: Case) -> str:
    return f"/cases/{case.id}/consulted-bodies/{body.id}"
