"""/cases/<id>/scans: bring a signed sheet or a paper from outside into the file."""

from uuid import UUID

from flask import Blueprint, render_template, request

from app.agreements.enums import SignerRole
from app.cases.model import Case
from app.dossiers.catalogue import Entry, catalogue, entry_of
from app.dossiers.commands import KeepScan
from app.dossiers.issuing import find_paper
from app.dossiers.model import IssuedPaper
from app.dossiers.scanning import read_scan
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.hands import agreement_of, expected_on, register_hands
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
    known = {"paper_id": str(paper.id) if paper else "", "code": entry.code}
    form = shape(ScanForm, case, **known, signers=expected_on(case, paper))
    return _shown(case, form, paper, entry)


@page.post("")
@requires(Permission.PAPER_ISSUE)
def create(case_id: UUID) -> Answered:
    """Keep the scan."""
    case, form = found(case_id), ScanForm()
    paper, entry = _about(case)
    who = speaking(case_id, paper_id=paper.id if paper else None, code=entry.code)

    def say(said: ScanForm) -> KeepScan:
        command = said.to_command(**who, scan=read_upload(said.scan.data) or read_scan(b""))
        if agreement := agreement_of(case, paper):
            register_hands(said, case, agreement)
        return command

    again = lambda: _shown(case, form, paper, entry)  # noqa: E731 (one line says it)
    return take(form, say, again, f"/cases/{case_id}/papers")


def _about(case: Case) -> tuple[IssuedPaper | None, Entry]:
    paper_id = read_id(request.values.get("paper_id", "") or request.values.get("paper", ""))
    paper = find_paper(door.reading(), case, paper_id) if paper_id else None
    return paper, entry_of(paper.code if paper else request.values.get("code", ""))


def _shown(case: Case, form: ScanForm, paper: IssuedPaper | None, entry: Entry) -> str:
    return render_template(
        "papers/scan.html",
        case=case,
        form=form,
        paper=paper,
        entry=entry,
        agreement=agreement_of(case, paper),
        roles=tuple(SignerRole),
        kinds=[one for one in catalogue().values() if one.external],
    )
