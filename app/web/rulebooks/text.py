"""/rulebooks/<version>/files/…: a file as it is, for words, thresholds and deeply nested rules."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template

from app.kernel.errors import DomainError, NotFound
from app.permissions import Permission
from app.rulebooks.commands import EditRuleFile
from app.rulebooks.editions import Edition
from app.rulebooks.files import text_sha256
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.opening import base_of, editable
from forms.rule_text import TextForm

page = Blueprint("rulebook_text", __name__, url_prefix="/rulebooks/<uuid:version_id>/files")


@page.get("/<path:path>")
@requires(Permission.RULE_DRAFT)
def edit(version_id: UUID, path: str) -> str:
    """Show a file."""
    edition = editable(version_id)
    text = _text(edition, path)
    return _page(edition, path, TextForm(text=text, seen=text_sha256(text)))


@page.post("/<path:path>")
@requires(Permission.RULE_DRAFT)
def change(version_id: UUID, path: str) -> Answered:
    """Write a file; the whole must still load."""
    edition, form = editable(version_id), TextForm()
    _text(edition, path)
    if not form.validate():
        return _page(edition, path, form), 422
    try:
        command = EditRuleFile(
            **door.said(), version_id=version_id, path=path, text=f"{form.text.data}\n",
            seen_sha256=form.seen.data or "",
        )  # fmt: skip
        door.execute(command, key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return _page(edition, path, form), status
    flash("已保存到草稿。改好后请“检查”。", "green")
    return redirect(f"/rulebooks/{version_id}", 303)


def _text(edition: Edition, path: str) -> str:
    if path not in edition.files:
        raise NotFound("这一版里没有这个文件。请从规则列表重新进入。")
    return edition.files[path]


def _page(edition: Edition, path: str, form: TextForm) -> str:
    return render_template(
        "rulebooks/text.html", edition=edition, base=base_of(edition), path=path, form=form
    )
