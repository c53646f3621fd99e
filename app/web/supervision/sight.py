"""What the page of a case's orders shows, with the forms that fit whose move it is."""

from collections.abc import Callable
from datetime import timedelta

from flask import render_template

from app.agreements.reading import mediators_of
from app.cases.model import Case
from app.people.names import names_of
from app.supervision import order_reading as reading
from app.web import door
from app.web.steps import shape
from forms.base import Form
from forms.supervision import AnswerForm, OrderForm
from forms.supervision_judged import CloseForm, SendBackForm, WithdrawForm

DAYS = timedelta(days=7)  # offered, and changed by who issues it
DEMANDS = "说明超期原因，报新的办结日期，抓紧组织调解。\n调解不成的，依法终止调解，告知当事人其他救济途径。"


def shown(case: Case, name: str = "", form: Form | None = None) -> str:
    """Show every order of the case; the form that was refused comes back as it was typed."""
    session = door.reading()
    orders = reading.orders_of(session, case)
    answers = {one.id: reading.answers_of(session, case.county_id, one.id) for one in orders}
    people = {who for one in orders for who in (one.issued_by, one.ended_by)}
    told = [one for those in answers.values() for one in those]
    people |= {who for one in told for who in (one.answered_by, one.sent_back_by)}
    forms = {kind: make(case) for kind, make in MAKERS.items() if kind != name}
    return render_template(
        "supervision/case.html",
        case=case,
        orders=orders,
        standing=reading.standing_order(session, case),
        answers=answers,
        names=names_of(session, case.county_id, people),
        may_order=reading.may_order(session, case),
        forms=forms | ({name: form} if form is not None else {}),
        whose_move=reading.whose_move,
        today=door.clock().today(),
    )


def issuing(case: Case) -> OrderForm:
    """Offer an order about what the case is most late with."""
    session, today = door.reading(), door.clock().today()
    late = reading.late_terms(session, case, today)
    people = mediators_of(session, case)
    given = {"person": people[0] if people else "", "due_on": today + DAYS, "demands": DEMANDS}
    if late:
        given["subject"] = f"{late[0].name}超期"
        given["reason"] = "\n".join(
            f"{one.name}于{one.due_on}到期，已超期{(today - one.due_on).days}天（{one.basis}）。"
            for one in late
            if one.due_on
        )
    return shape(OrderForm, case, prefix="issuing", **given)


def sending_back(case: Case) -> SendBackForm:
    """Offer another week."""
    due_on = door.clock().today() + DAYS
    return shape(SendBackForm, case, prefix="sending_back", due_on=due_on)


def _made(made: type[Form], prefix: str) -> Callable[[Case], Form]:
    return lambda case: shape(made, case, prefix=prefix)


MAKERS: dict[str, Callable[[Case], Form]] = {
    "issuing": issuing,
    "answering": _made(AnswerForm, "answering"),
    "sending_back": sending_back,
    "closing": _made(CloseForm, "closing"),
    "withdrawing": _made(WithdrawForm, "withdrawing"),
}
