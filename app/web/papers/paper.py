"""/papers/<id>: one paper's bytes in the browser; its copies counted."""

from typing import cast
from uuid import UUID

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as Page

from app.dossiers.commands import RecordPrint
from app.dossiers.printing import marked_copies
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.sight import as_file, inline, sighted
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
def create(paper_id: UUID) -> Page:
    """Write the copies into the log, then give them to the printer."""
    paper, case = sighted(paper_id)
    form = PrintForm()
    count = form.count.data or 1
    command = RecordPrint(**speaking(case.id), paper_id=paper.id, count=count)
    last = cast("int", door.execute(command, key=form.command_key))
    return redirect(f"/papers/{paper.id}/prints?first={last - count + 1}&last={last}", 303)


@page.get("/prints")
@requires(Permission.PAPER_ISSUE)
def copies(paper_id: UUID) -> Response:
    """Show copies of the log (`?first=`, `?last=`) as they go to the printer, each marked."""
    paper, _ = sighted(paper_id)
    first, last = (request.args.get(name, 1, type=int) for name in ("first", "last"))
    pdf = marked_copies(door.reading(), paper, first, last)
    return as_file(pdf, "application/pdf", f"{paper.title}-{paper.number}.pdf")
