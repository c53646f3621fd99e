"""/rulebooks/golden-cases/new and /<id>: a golden case written by hand, or taken from a case."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request

from app.kernel.errors import DomainError
from app.permissions import Permission
from app.rulebooks.golden_records import golden_case
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.golden import HERE
from app.web.rulebooks.golden_taken import taken
from forms.golden import GoldenForm

page = Blueprint("golden_writing", __name__, url_prefix=HERE)


@page.get("/new")
@requires(Permission.RULE_READ)
def begin() -> str:
    """Offer an example, or the facts and answers of a case that this person sees."""
    return _page(GoldenForm(formdata=None, text=taken(request.args.get("case", ""))), None)


@page.post("")
@requires(Permission.RULE_READ)
def write() -> Answered:
    """Keep a new one."""
    return _heard(GoldenForm(), None)


@page.get("/<uuid:golden_id>")
@requires(Permission.RULE_READ)
def show(golden_id: UUID) -> str:
    """Show one; who drafts rules may change it."""
    row = golden_case(door.reading(), door.actor().county_id, golden_id)
    form = GoldenForm(formdata=None, title=row.title, because=row.because, text=row.text)
    return _page(form, golden_id)


@page.post("/<uuid:golden_id>")
@requires(Permission.RULE_DRAFT)
def revise(golden_id: UUID) -> Answered:
    """Write it anew."""
    return _heard(GoldenForm(), golden_id)


def _heard(form: GoldenForm, golden_id: UUID | None) -> Answered:
    if not form.validate():
        return _page(form, golden_id), 422
    try:
        door.execute(form.to_command(golden_id, **door.said()), key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return _page(form, golden_id), status
    flash("已保存。以后每个版本检查时都对照这个范例。", "green")
    return redirect(HERE, 303)


def _page(form: GoldenForm, golden_id: UUID | None) -> str:
    row = golden_case(door.reading(), door.actor().county_id, golden_id) if golden_id else None
    return render_template("rulebooks/golden_edit.html", form=form, row=row, here=HERE)
