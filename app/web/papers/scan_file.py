"""/cases/<id>/scans/<digest>: a scan of this case, as it was kept."""

from uuid import UUID

from flask import Blueprint, Response
from sqlalchemy import exists, select

from app.dossiers.model import IssuedPaper, PaperScan
from app.dossiers.shelf import UNKNOWN
from app.kernel.errors import NotFound
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.sight import inline
from app.web.steps import found

page = Blueprint("scan_file", __name__, url_prefix="/cases/<uuid:case_id>/scans/<string:digest>")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID, digest: str) -> Response:
    """Show a scan of this case."""
    case = found(case_id)
    known = exists().where(
        IssuedPaper.county_id == case.county_id,
        IssuedPaper.case_id == case.id,
        PaperScan.county_id == IssuedPaper.county_id,
        PaperScan.paper_id == IssuedPaper.id,
        PaperScan.sha256 == digest,
    )
    if not door.reading().scalar(select(known)):
        raise NotFound(UNKNOWN)
    return inline(digest, "扫描件")
