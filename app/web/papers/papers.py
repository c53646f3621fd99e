"""/cases/<id>/papers: what the file holds and lacks; issue a paper, print it, bring its scan back."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request

from app.cases.model import Case
from app.dossiers.codes import shown
from app.dossiers.commands import IssuePaper
from app.dossiers.contents import contents_of, other_papers
from app.dossiers.history import history_of
from app.dossiers.inks import inkable
from app.dossiers.pressing import issue
from app.dossiers.sealing import FOLDER
from app.dossiers.subjects import newest_subject
from app.kernel.errors import DomainError
from app.kernel.ids import new_id
from app.permissions import Permission
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking
from documents.copies import spoken
from forms.base import Form
from forms.ids import read_id

page = Blueprint("papers", __name__, url_prefix="/cases/<uuid:case_id>/papers")
page.add_app_template_global(shown, "code_shown")
page.add_app_template_global(spoken)
page.add_app_template_global(lambda: str(new_id()), "fresh_key")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the file's papers in their order."""
    case = found(case_id)
    return drawn(case, shape(Form, case))


@page.post("")
@requires(Permission.PAPER_ISSUE)
def create(case_id: UUID) -> Answered:
    """Issue a paper: printed once, frozen, sealed, kept."""
    case, form = found(case_id), Form()
    if not form.validate_on_submit():
        return drawn(case, form), 422
    code = request.form.get("code", "")
    try:
        subject = read_id(request.form.get("subject_id", ""))
        command = IssuePaper(
            **speaking(case_id),
            code=code,
            subject_id=subject or newest_subject(door.reading(), case, code),
        )
        issue(door.bus(), command, door.config().home / FOLDER, key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return drawn(case, form), status
    flash("已出具。请打印、签字，再扫描回来。", "green")
    return redirect(f"/cases/{case_id}/papers", 303)


def drawn(case: Case, form: Form) -> str:
    """Draw the list."""
    session = door.reading()
    lines = contents_of(session, case)
    return render_template(
        "papers/papers.html",
        case=case,
        form=form,
        lines=lines,
        others=other_papers(session, case, lines),
        history=history_of(session, case),
        inkable=inkable(session, case, door.clock().today()),
    )
