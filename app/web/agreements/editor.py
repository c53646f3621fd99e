"""/cases/<id>/agreement: write it, see what is wrong with it, save it as a revision, fix it."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request

from app.agreements.library import samples_for
from app.agreements.reading import parties_of
from app.cases.model import Case
from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web import door
from app.web.agreements.fixed import fixed_page, is_fixed
from app.web.agreements.opening import chosen, form_of, looked_at
from app.web.agreements.rows import fill_up, reshape
from app.web.agreements.saving import finalize, save
from app.web.agreements.shown import in_words
from app.web.forms import refused
from app.web.guard import requires
from app.web.steps import Answered, found
from forms.agreement import AgreementForm

page = Blueprint("agreement", __name__, url_prefix="/cases/<uuid:case_id>/agreement")
FINAL = "final"
page.add_app_template_global(in_words)


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the editor; once somebody has signed, the text as it stands."""
    case = found(case_id)
    _, agreement = chosen(case)
    if agreement is not None and is_fixed(agreement):
        return fixed_page(case, agreement)
    return drawn(case, form_of(case, agreement))


@page.post("")
@requires(Permission.CASE_CONCLUDE)
def write(case_id: UUID) -> Answered:
    """Save a revision or fix the text; or change the rows and save nothing."""
    case, form = found(case_id), AgreementForm()
    press = request.form.get("press", "")
    if press and press != FINAL:
        reshape(form, press)
        return drawn(case, form), 200
    if not form.validate_on_submit():
        return drawn(case, form), 422
    try:
        agreement = finalize(form, case) if press == FINAL else save(form, case)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return drawn(case, form), status
    flash(
        "已定稿，可以打印签字。" if press == FINAL else f"已保存第 {agreement.revision} 稿。",
        "green",
    )
    there = "/signatures" if press == FINAL else ""
    return redirect(f"/cases/{case_id}/agreement{there}?a={agreement.ordinal}", 303)


def drawn(case: Case, form: AgreementForm) -> str:
    """Draw the editor with everything typed, its checks beside it."""
    known, current = chosen(case)
    fill_up(form)
    beside = looked_at(case, form.wording())
    parties = parties_of(door.reading(), case)
    return render_template(
        "agreements/editor.html", case=case, form=form, known=known, agreement=current,
        parties=parties, samples=samples_for(case.dispute_type), **beside,
    )  # fmt: skip
