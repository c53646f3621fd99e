"""/cases/<id>/agreement/obligations/<n>/fulfillment: what was done, and who was urged."""

from uuid import UUID

from flask import Blueprint, render_template

from app.agreements.commands import FulfillObligation
from app.agreements.model import Agreement, Obligation
from app.agreements.overview import fulfillments_of, paid_sums, urgings_of, withdrawals_of
from app.agreements.slips import plain
from app.cases.model import Case
from app.people.names import names_of
from app.permissions import Permission
from app.web import door
from app.web.agreements.breach import ways_open
from app.web.agreements.lines import fulfillment_page, the_line
from app.web.guard import requires
from app.web.papers.uploads import store_proof
from app.web.steps import Answered, found, shape, speaking, take
from forms.obligation_done import FulfillForm, UrgeForm

page = Blueprint(
    "fulfillment", __name__, url_prefix="/cases/<uuid:case_id>/agreement/obligations/<int:number>"
)


@page.get("/fulfillment")
@requires(Permission.CASE_READ)
def show(case_id: UUID, number: int) -> str:
    """Show one obligation and its history."""
    case = found(case_id)
    return _shown(case, *the_line(case, number))


@page.post("/fulfillment")
@requires(Permission.CASE_FOLLOW_UP)
def fulfill(case_id: UUID, number: int) -> Answered:
    """Keep what was done."""
    case, form = found(case_id), FulfillForm(prefix="done")
    line, agreement = the_line(case, number)
    who = speaking(case_id, obligation_id=line.id)

    def say(form: FulfillForm) -> FulfillObligation:
        command = form.to_command(**who, scan_sha256=store_proof(case, form))
        return plain(command, line, door.reading())

    again = lambda: _shown(case, line, agreement, done=form)  # noqa: E731 (one line says it)
    return take(form, say, again, fulfillment_page(line, agreement))


@page.post("/urging")
@requires(Permission.CASE_FOLLOW_UP)
def urge(case_id: UUID, number: int) -> Answered:
    """Keep that the debtor was urged."""
    case, form = found(case_id), UrgeForm(prefix="urge")
    line, agreement = the_line(case, number)
    who = speaking(case_id, obligation_id=line.id)
    again = lambda: _shown(case, line, agreement, urge=form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, fulfillment_page(line, agreement))


def _shown(case: Case, line: Obligation, agreement: Agreement, **forms: object) -> str:
    session = door.reading()
    done, withdrawn = fulfillments_of(session, line), withdrawals_of(session, line)
    people = {one.recorded_by for one in done} | {one.withdrawn_by for one in withdrawn.values()}
    given = {"done": shape(FulfillForm, case, prefix="done"), "urge": shape(UrgeForm, case, prefix="urge")}  # fmt: skip
    return render_template(
        "agreements/fulfillment.html", case=case, line=line, agreement=agreement,
        fulfillments=done, withdrawn=withdrawn, urgings=urgings_of(session, line),
        names=names_of(session, case.county_id, people),
        paid=paid_sums(session, [line]).get(line.id, 0), today=door.clock().today(),
        **ways_open(case, agreement), **(given | forms),
    )  # fmt: skip
