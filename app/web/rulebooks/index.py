"""/rulebooks: the versions of the county's rules; a new one is begun here."""

from uuid import UUID

from flask import Blueprint, redirect, render_template

from app.kernel.errors import DomainError, Incomplete
from app.permissions import Permission
from app.rulebooks.versions import in_force, versions
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.packing import unpacked
from app.web.rulebooks.who import names_of
from forms.rulebook import DraftForm, ImportForm

page = Blueprint("rulebooks", __name__, url_prefix="/rulebooks")


@page.get("")
@requires(Permission.RULE_READ)
def index() -> str:
    """List the versions; say which is in force."""
    return _index(DraftForm(prefix="draft"), ImportForm(prefix="import"))


@page.post("/drafts")
@requires(Permission.RULE_DRAFT)
def draft() -> Answered:
    """Begin a version from what is in force."""
    form = DraftForm(prefix="draft")
    if not form.validate():
        return _index(form, ImportForm(prefix="import")), 422
    try:
        version = door.execute(form.to_command(**door.said()), key=form.command_key)
    except DomainError as error:
        status = refused(form, error)
        return _index(form, ImportForm(prefix="import")), status
    return redirect(f"/rulebooks/{version}", 303)


@page.post("/imports")
@requires(Permission.RULE_DRAFT)
def bring_in() -> Answered:
    """Begin a version from exported files."""
    form = ImportForm(prefix="import")
    if not form.validate():
        return _index(DraftForm(prefix="draft"), form), 422
    try:
        version = _imported(form)
    except DomainError as error:
        status = refused(form, error)
        return _index(DraftForm(prefix="draft"), form), status
    return redirect(f"/rulebooks/{version}", 303)


def _imported(form: ImportForm) -> UUID:
    files = unpacked(form.files.data)
    version = door.execute(form.to_import(files, **door.said()), key=form.command_key)
    if not isinstance(version, UUID):
        raise Incomplete("没有导入。请重新选择文件。", field="files")
    return version


def _index(form: DraftForm, imports: ImportForm) -> str:
    session, county, today = door.reading(), door.actor().county_id, door.clock().today()
    rows = versions(session, county)
    return render_template(
        "rulebooks/index.html",
        rows=rows,
        now=in_force(session, county, today),
        names=names_of(row.drafted_by for row in rows),
        form=form,
        imports=imports,
    )
