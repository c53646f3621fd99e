"""/translation-terms: how terms are said in Tibetan; unverified until a translator approved them."""

from flask import Blueprint, flash, redirect, render_template

from app.dossiers.translating import terms_of
from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.steps import Answered
from forms.translation import TermForm

page = Blueprint("translation_terms", __name__, url_prefix="/translation-terms")


@page.get("")
@requires(Permission.PAPER_ISSUE)
def show() -> str:
    """List the terms with what is approved and what is a draft."""
    return _shown(TermForm(on=door.clock().today()))


@page.post("")
@requires(Permission.CASE_SUPERVISE)
def approve() -> Answered:
    """Keep one approval."""
    form = TermForm()
    if not form.validate_on_submit():
        return _shown(form), 422
    try:
        door.execute(form.to_command(**door.said()), key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return _shown(form), status
    flash(f"“{form.chinese.data}”的藏文已记为审定。", "green")
    return redirect("/translation-terms", 303)


def _shown(form: TermForm) -> str:
    terms = terms_of(door.reading(), door.actor().county_id)
    return render_template("papers/terms.html", terms=terms, form=form)
