"""While an agreement is being typed: its checks beside it, and a revision kept by itself."""

from uuid import UUID

from flask import Blueprint, render_template

from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web.agreements.opening import looked_at
from app.web.agreements.saving import save
from app.web.guard import requires
from app.web.steps import found
from forms.agreement import AgreementForm

page = Blueprint("agreement_writing", __name__, url_prefix="/cases/<uuid:case_id>/agreement")


@page.post("/checks")
@requires(Permission.CASE_READ)
def check(case_id: UUID) -> str:
    """Answer what is wrong with the words and how amounts read."""
    case, form = found(case_id), AgreementForm()
    form.validate()
    return render_template("agreements/checks.html", form=form, **looked_at(case, form.wording()))


@page.post("/draft")
@requires(Permission.CASE_CONCLUDE)
def keep(case_id: UUID) -> str:
    """Save by itself while somebody writes; say so in a line."""
    case, form, told = found(case_id), AgreementForm(), ""
    try:
        told = f"已自动保存第 {save(form, case).revision} 稿" if form.validate() else ""
    except DomainError as error:
        told = f"没有自动保存：{error}"
    return render_template("agreements/saved.html", form=form, told=told)
