"""/cases/<id>/handovers: asking the parties, offering the case, and the answer (7, 17 条)."""

from uuid import UUID

from flask import Blueprint, flash, redirect
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.cases.handover_commands import AcceptHandover, TakeBackHandover
from app.web import door
from app.web.guard import requires
from app.web.handovers.asking import asking_form, offering_form
from app.web.handovers.sight import shown
from app.web.steps import Answered, found, press, shape, speaking, take
from forms.handover import DeclineForm

page = Blueprint("handovers", __name__, url_prefix="/cases/<uuid:case_id>/handovers")


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show where the case went, what the rules suggest, and the forms."""
    return shown(found(case_id))


@page.post("")
@requires(Permission.CASE_HAND_OVER)
def offer(case_id: UUID) -> Answered:
    """Offer the case to another committee."""
    case = found(case_id)
    form = offering_form(case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/handovers"
    return take(form, lambda f: f.to_command(**who), lambda: shown(case, "offering", form), there)


@page.post("/consents")
@requires(Permission.CASE_HAND_OVER)
def ask(case_id: UUID) -> Answered:
    """Keep what a party said to another committee."""
    case = found(case_id)
    form = asking_form(case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/handovers"
    return take(form, lambda f: f.to_command(**who), lambda: shown(case, "asking", form), there)


@page.post("/<uuid:handover_id>/acceptance")
@requires(Permission.CASE_HAND_OVER)
def accept(case_id: UUID, handover_id: UUID) -> Response:
    """Take the case over."""
    found(case_id)
    command = AcceptHandover(**speaking(case_id, handover_id=handover_id))
    return press(command, f"/cases/{case_id}/mediators", "已接收。请指定本调委会的调解员。")


@page.post("/<uuid:handover_id>/refusal")
@requires(Permission.CASE_HAND_OVER)
def decline(case_id: UUID, handover_id: UUID) -> Answered:
    """Send the offer back, with a reason."""
    case = found(case_id)
    form = shape(DeclineForm, case, prefix="declining")
    who = speaking(case_id, handover_id=handover_id)
    return take(
        form, lambda f: f.to_command(**who), lambda: shown(case, "declining", form), "/today"
    )


@page.post("/<uuid:handover_id>/withdrawal")
@requires(Permission.CASE_HAND_OVER)
def take_back(case_id: UUID, handover_id: UUID) -> Response:
    """Undo an offer that was not answered."""
    found(case_id)
    door.execute(TakeBackHandover(**speaking(case_id, handover_id=handover_id)))
    flash("已收回，案件仍在本调委会。", "green")
    return redirect(f"/cases/{case_id}/handovers", 303)
