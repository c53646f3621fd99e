"""/cases/<id>/dossier.pdf: the whole file bound in its order, to read or to print."""

from uuid import UUID

from flask import Blueprint, Response

from app.dossiers.binding import bind
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.sight import as_file
from app.web.steps import found

page = Blueprint("dossier", __name__, url_prefix="/cases/<uuid:case_id>/dossier.pdf")


@page.get("")
@requires(Permission.PAPER_ISSUE)
def show(case_id: UUID) -> Response:
    """Bind the file as it stands now; nothing is kept."""
    case = found(case_id)
    file = bind(door.reading(), case, door.clock().today(), door.actor().name)
    return as_file(file.bound.pdf, "application/pdf", f"卷宗-{case.file_number or case.number}.pdf")
