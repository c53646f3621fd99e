"""/cases/<id>/consulted-bodies/<id>: one body: its answer, opinion and what it took on."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.cases.model import Case
from app.meetings.consultation_commands import NudgeBody
from app.meetings.consultation_reading import commitments_of, find_body
from app.meetings.consultation_records import ConsultedBody
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.base import Form
from forms.consultation import AnswerForm, CommitmentForm, OpinionForm
from forms.minutes import FulfillmentForm

page = Blueprint("consulted_body", __name__, url_prefix="/cases/<uuid:case_id>/consulted-bodies")
KINDS = {"answer": AnswerForm, "opinion": OpinionForm, "commitments": CommitmentForm}


@page.get("/<uuid:body_id>")
@requires(Permission.CASE_READ)
def show(case_id: UUID, body_id: UUID) -> str:
    """Show one body."""
    case = found(case_id)
    return _shown(case, find_body(door.reading(), case, body_id))


@page.post("/<uuid:body_id>/<any(answer, opinion, commitments):what>")
@requires(Permission.CASE_MEDIATE)
def keep(case_id: UUID, body_id: UUID, what: str) -> Answered:
    """Keep what the body answered, said or took on."""
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    form = shape(KINDS[what], case, prefix=what)
    who = speaking(case_id, body_id=body_id)
    there = f"/cases/{case_id}/consulted-bodies/{body_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, body, what, form), there)


@page.post("/<uuid:body_id>/nudges")
@requires(Permission.CASE_MEDIATE)
def nudge(case_id: UUID, body_id: UUID) -> Response:
    """Remind a body that has not answered."""
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    door.execute(NudgeBody(**speaking(case_id, body_id=body_id)))
    flash("已记录催办。", "green")
    return redirect(f"/cases/{case_id}/meetings/{body.meeting_id}/consultation", 303)


@page.post("/<uuid:body_id>/commitments/<uuid:commitment_id>")
@requires(Permission.CASE_MEDIATE)
def fulfill(case_id: UUID, body_id: UUID, commitment_id: UUID) -> Answered:
    """Keep that a commitment was done."""
    case = found(case_id)
    body = find_body(door.reading(), case, body_id)
    form = shape(FulfillmentForm, case, prefix="done")
    who = speaking(case_id, commitment_id=commitment_id)
    there = f"/cases/{case_id}/consulted-bodies/{body_id}"
    return take(
        form, lambda f: f.to_command(**who), lambda: _shown(case, body, "done", form), there
    )


def _shown(case: Case, body: ConsultedBody, name: str = "", form: Form | None = None) -> str:
    forms: dict[str, Form] = {one: shape(kind, case, prefix=one) for one, kind in KINDS.items()}
    forms |= {"done": shape(FulfillmentForm, case, prefix="done")}
    forms |= {name: form} if form else {}
    rows = commitments_of(door.reading(), body)
    today = door.clock().today()
    given = {"case": case, "body": body, "rows": rows, "forms": forms, "today": today}
    return render_template("meetings/body.html", **given)
