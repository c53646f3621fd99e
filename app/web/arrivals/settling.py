"""/arrivals/<id>: the two columns, three ways out."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.kernel.db import ring_of
from app.sync.arriving import result_of
from app.sync.commands import SettleArrival
from app.sync.enums import SettlementOutcome
from app.sync.settling import submit_again
from app.sync.sides import both_sides, title_of
from app.sync.unsettled import colleagues, find_arrival, settlement_of, told
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, press, take
from forms.arrivals import AssignForm

page = Blueprint("arrivals", __name__, url_prefix="/arrivals")
LIST = "/arrivals"
page.before_request(door.demand_desk)


@page.get("/<uuid:arrival_id>")
@requires(Permission.CASE_MEDIATE)
def show(arrival_id: UUID) -> str:
    """Show both sides."""
    return _shown(arrival_id, _form())


@page.post("/<uuid:arrival_id>/note")
@requires(Permission.CASE_MEDIATE)
def keep(arrival_id: UUID) -> Response:
    """Keep it as an addition."""
    said = door.said() | {"arrival_id": arrival_id, "outcome": SettlementOutcome.KEPT_AS_NOTE}
    words = "已作为补充记录留在案件里，记在写它的人名下。"
    return press(SettleArrival(**said), LIST, words)


@page.post("/<uuid:arrival_id>/submission")
@requires(Permission.CASE_MEDIATE)
def again(arrival_id: UUID) -> Response:
    """Submit it again on the case as it is now."""
    submit_again(door.bus(), door.actor(), arrival_id)
    flash("已按案件现在的情况重新提交，记在您名下。", "green")
    return redirect(LIST, 303)


@page.post("/<uuid:arrival_id>/assignment")
@requires(Permission.CASE_MEDIATE)
def assign(arrival_id: UUID) -> Answered:
    """Hand it to a person."""
    form, who = _form(), door.said() | {"arrival_id": arrival_id}
    return take(form, lambda f: f.to_command(**who), lambda: _shown(arrival_id, form), LIST)


def _form() -> AssignForm:
    form = AssignForm()
    form.user_id.offer(colleagues(door.reading(), door.actor()))
    return form


def _shown(arrival_id: UUID, form: AssignForm) -> str:
    session, row = door.reading(), find_arrival(door.reading(), door.actor(), arrival_id)
    one = told(session, row)
    yours, centre = both_sides(session, row, one.case)
    return render_template(
        "arrivals/show.html", one=one, title=title_of(row), yours=yours, centre=centre, form=form,
        result=result_of(row, ring_of(session)), settled=settlement_of(session, row),
    )  # fmt: skip
