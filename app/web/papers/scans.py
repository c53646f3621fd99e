"""/cases/<id>/scans: bring a signed sheet or a paper from outside into the file."""

from uuid import UUID

from flask import Blueprint, Response, render_template, request
from sqlalchemy import exists, select

from app.cases.model import Case
from app.dossiers.catalogue import Entry, catalogue, entry_of
from app.dossiers.issuing import find_paper
from app.dossiers.model import IssuedPaper, PaperScan
from app.dossiers.scanning import read_scan
from app.dossiers.shelf import UNKNOWN
from app.kernel.errors import NotFound
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.sight import inline
from app.web.papers.uploads import read_upload
from app.web.steps import Answered, found, shape, speaking, take
from forms.ids import read_id
from forms.scan import ScanForm

page = Blueprint("scans", __name__, url_prefix="/cases/<uuid:case_id>/scans")


@page.get("")
@requires(Permission.PAPER_ISSUE)
def show(case_id: UUID) -> str:
    """Show the form for one paper (`?paper=`), or for a kind from outside (`?code=`)."""
    case = found(case_id)
    paper, entry = _about(case)
    form = shape(ScanForm, case, paper_id=str(paper.id) if paper else "", code=entry.code)
    return _shown(case, form, paper, entry)


@page.post("")
@requires(Permission.PAPER_ISSUE)
def create(case_id: UUID) -> Answered:
    """Keep the scan."""
    case, form = found(case_id), ScanForm()
    paper, entry = _about(case)
    who = speaking(case_id, paper_id=paper.id if paper else None, code=entry.code)
    return take(
        form,
        lambda f: f.to_command(**who, scan=read_upload(f.scan.data) or read_scan(b"")),
        lambda: _shown(case, form, paper, entry),
        f"/cases/{case_id}/papers",
    )


@page.get("/<string:digest>")
@requires(Permission.CASE_READ)
def file(case_id: UUID, digest: str) -> Response:
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


def _about(case: Case) -> tuple[IssuedPaper | None, Entry]:
    paper_id = read_id(request.values.get("paper_id", "") or request.values.get("paper", ""))
    paper = find_paper(door.reading(), case, paper_id) if paper_id else None
    return paper, entry_of(paper.code if paper else request.values.get("code", ""))


def _shown(case: Case, form: ScanForm, paper: IssuedPaper | None, entry: Entry) -> str:
    kinds = [one for one in catalogue().values() if one.external]
    return render_template(
        "papers/scan.html", case=case, form=form, paper=paper, entry=entry, kinds=kinds
    )
