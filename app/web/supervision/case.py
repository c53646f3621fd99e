"""/cases/<id>/supervision-orders: what a supervisor asked about the case, and the answer."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from app.web.supervision.sight import issuing, shown
from forms.supervision import AnswerForm

page = Blueprint(
    "supervision_orders", __name__, url_prefix="/cases/<uuid:case_id>/supervision-orders"
)


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show the orders and the form of whose move it is."""
    return shown(found(case_id))


@page.post("")
@requires(Permission.CASE_SUPERVISE)
def create(case_id: UUID) -> Answered:
    """Issue an order."""
    case = found(case_id)
    form, who = issuing(case), speaking(case_id)
    there = f"/cases/{case_id}/supervision-orders"
    return take(form, lambda f: f.to_command(**who), lambda: shown(case, "issuing", form), there)


@page.post("/<uuid:order_id>/answers")
@requires(Permission.CASE_ACCEPT)
def answer(case_id: UUID, order_id: UUID) -> Answered:
    """Answer it."""
    case = found(case_id)
    form = shape(AnswerForm, case, prefix="answering")
    who = speaking(case_id, order_id=order_id)
    there = f"/cases/{case_id}/supervision-orders"
    return take(form, lambda f: f.to_command(**who), lambda: shown(case, "answering", form), there)
