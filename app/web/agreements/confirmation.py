"""/cases/<id>/agreement/confirmation: the joint application to the court, and its answer (33 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.agreements.model import Agreement
from app.agreements.overview import confirmation_row, last_day_of
from app.agreements.reading import parties_of
from app.cases.model import Case
from app.permissions import Permission
from app.web import door
from app.web.agreements.opening import looked_at, the_agreement, words_of_agreement
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.agreement_court import AnswerForm, ApplyForm

page = Blueprint(
    "confirmation", __name__, url_prefix="/cases/<uuid:case_id>/agreement/confirmation"
)
COURT = "共和县人民法院"


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the window, the application and the answer."""
    case = found(case_id)
    agreement = the_agreement(case)
    return _shown(case, agreement, _apply_form(case))


@page.post("")
@requires(Permission.CASE_CONCLUDE)
def apply(case_id: UUID) -> Answered:
    """Keep the joint application."""
    case = found(case_id)
    agreement, form = the_agreement(case), _apply_form(case)
    who = speaking(case_id, agreement_id=agreement.id)
    again = lambda: _shown(case, agreement, form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, _here(case_id, agreement))


@page.post("/result")
@requires(Permission.CASE_CONCLUDE)
def answer(case_id: UUID) -> Answered:
    """Keep what the court answered."""
    case, form = found(case_id), AnswerForm(prefix="answer")
    agreement = the_agreement(case)
    who = speaking(case_id, agreement_id=agreement.id)
    again = lambda: _shown(case, agreement, _apply_form(case), form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, _here(case_id, agreement))


def _apply_form(case: Case) -> ApplyForm:
    form = shape(ApplyForm, case, court=COURT)
    form.party_ids.offer((one.id, one.name) for one in parties_of(door.reading(), case))
    return form


def _shown(
    case: Case, agreement: Agreement, form: ApplyForm, answering: AnswerForm | None = None
) -> str:
    return render_template(
        "agreements/confirmation.html", case=case, agreement=agreement, form=form,
        answering=answering or shape(AnswerForm, case, prefix="answer"),
        confirmation=confirmation_row(door.reading(), agreement), today=door.clock().today(),
        last_day=last_day_of(door.reading(), agreement), **looked_at(case, words_of_agreement(agreement)),
    )  # fmt: skip


def _here(case_id: UUID, agreement: Agreement) -> str:
    return f"/cases/{case_id}/agreement/confirmation?a={agreement.ordinal}"
