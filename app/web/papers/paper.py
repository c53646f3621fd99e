"""/papers/<id>: one paper's bytes in the browser; its copies counted."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, request
from werkzeug.wrappers import Response as Page

from app.dossiers.commands import RecordPrint
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.sight import inline, sighted
from app.web.steps import speaking
from forms.scan import PrintForm

page = Blueprint("paper", __name__, url_prefix="/papers/<uuid:paper_id>")


@page.get("")
@requires(Permission.CASE_READ)
def show(paper_id: UUID) -> Response:
    """Show the paper: of record, or with `?copy=print` the one to print and sign by hand."""
    paper, _ = sighted(paper_id)
    to_print = request.args.get("copy") == "print"
    sha256 = paper.frozen_sha256 if to_print else paper.sha256
    return inline(sha256, f"{paper.title}-{paper.number}.pdf")


@page.post("/prints")
@requires(Permission.PAPER_ISSUE)
def count(paper_id: UUID) -> Page:
    """Count the copies that left the printer."""
    paper, case = sighted(paper_id)
    form = PrintForm()
    command = RecordPrint(**speaking(case.id), paper_id=paper.id, count=form.count.data or 1)
    last = door.execute(command, key=form.command_key)
    flash(f"已登记打印，累计 {last} 份。", "green")
    return redirect(f"/cases/{case.id}/papers", 303)
