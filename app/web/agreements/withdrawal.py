"""…/fulfillments/<id>/withdrawal: what was registered as done by mistake counts no more."""

from uuid import UUID

from flask import Blueprint, render_template

from app.agreements.aftermath import Fulfillment
from app.agreements.model import Agreement, Obligation
from app.agreements.overview import fulfillments_of
from app.agreements.withdrawing import why_not_withdraw
from app.cases.model import Case
from app.kernel.errors import NotFound
from app.people.names import names_of
from app.permissions import Permission
from app.web import door
from app.web.agreements.lines import fulfillment_page, the_line
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.obligation_withdrawn import WithdrawalForm

page = Blueprint(
    "withdrawal", __name__,
    url_prefix="/cases/<uuid:case_id>/agreement/obligations/<int:number>/fulfillments/<uuid:fulfillment_id>/withdrawal",
)  # fmt: skip


@page.get("")
@requires(Permission.CASE_FOLLOW_UP)
def show(case_id: UUID, number: int, fulfillment_id: UUID) -> str:
    """Show what stands in the books, and ask why it is wrong."""
    case = found(case_id)
    line, agreement = the_line(case, number)
    return _shown(case, line, agreement, _row(line, fulfillment_id), shape(WithdrawalForm, case))


@page.post("")
@requires(Permission.CASE_FOLLOW_UP)
def create(case_id: UUID, number: int, fulfillment_id: UUID) -> Answered:
    """Let it count no more."""
    case = found(case_id)
    line, agreement = the_line(case, number)
    row, form = _row(line, fulfillment_id), shape(WithdrawalForm, case)
    who = speaking(case_id, fulfillment_id=row.id)
    again = lambda: _shown(case, line, agreement, row, form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, fulfillment_page(line, agreement))


def _row(line: Obligation, fulfillment_id: UUID) -> Fulfillment:
    done = (one for one in fulfillments_of(door.reading(), line) if one.id == fulfillment_id)
    row = next(done, None)
    if row is None:
        raise NotFound("这一项没有这次履行登记。请回到履行情况页，从“经过”里重新选择。")
    return row


def _shown(
    case: Case, line: Obligation, agreement: Agreement, row: Fulfillment, form: WithdrawalForm
) -> str:
    session = door.reading()
    return render_template(
        "agreements/withdrawal.html", case=case, line=line, agreement=agreement, row=row, form=form,
        refusal=why_not_withdraw(session, case, agreement, row, door.actor()),
        names=names_of(session, case.county_id, {row.recorded_by}),
    )  # fmt: skip
