"""/cases/<id>/supervision-orders/<id>: send the answer back, close the order, take it back."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.cases.model import Case
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from app.web.supervision.sight import sending_back, shown
from forms.supervision_judged import CloseForm, SendBackForm, WithdrawForm

page = Blueprint(
    "order_judging", __name__, url_prefix="/cases/<uuid:case_id>/supervision-orders/<uuid:order_id>"
)


@page.post("/return")
@requires(Permission.CASE_SUPERVISE)
def send_back(case_id: UUID, order_id: UUID) -> Answered:
    """Send the answer back, with what is missing."""
    case = found(case_id)
    return _judge(case, order_id, "sending_back", sending_back(case))


@page.post("/closing")
@requires(Permission.CASE_SUPERVISE)
def close(case_id: UUID, order_id: UUID) -> Answered:
    """Close the order."""
    case = found(case_id)
    return _judge(case, order_id, "closing", shape(CloseForm, case, prefix="closing"))


@page.post("/withdrawal")
@requires(Permission.CASE_SUPERVISE)
def withdraw(case_id: UUID, order_id: UUID) -> Answered:
    """Take the order back."""
    case = found(case_id)
    return _judge(case, order_id, "withdrawing", shape(WithdrawForm, case, prefix="withdrawing"))


def _judge(
    case: Case, order_id: UUID, name: str, form: SendBackForm | CloseForm | WithdrawForm
) -> Answered:
    who = speaking(case.id, order_id=order_id)
    there = f"/cases/{case.id}/supervision-orders"
    return take(form, lambda f: f.to_command(**who), lambda: shown(case, name, form), there)
