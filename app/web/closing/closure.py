"""/cases/<id>/closure: what still stands in the way, the ending, and the archive (25–27 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.closing import (
    ENDINGS,
    archiving_of,
    closure_of,
    hurdles_before_archiving,
    hurdles_before_closing,
)
from app.cases.consent import parties_of
from app.cases.model import Case
from app.gates import ARCHIVING, CLOSING
from app.web import door
from app.web.closing.open_ends import open_ends
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.closing import ArchiveForm, ClosingForm

page = Blueprint("closure", __name__, url_prefix="/cases/<uuid:case_id>/closure")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show what is in the way of each ending, or how it ended."""
    return _shown(found(case_id))


@page.post("")
@requires(Permission.CASE_CLOSE)
def create(case_id: UUID) -> Answered:
    """Close the case."""
    case = found(case_id)
    form = shape(ClosingForm, case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/closure"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, closing=form), there)


@page.post("/archive")
@requires(Permission.CASE_CLOSE)
def archive(case_id: UUID) -> Answered:
    """Put the file away."""
    case = found(case_id)
    form = shape(ArchiveForm, case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/closure"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, archiving=form), there)


@page.get("/notice")
@requires(Permission.CASE_READ)
def notice(case_id: UUID) -> str:
    """Show 终止调解告知书 as a page to print: one for each party, one for the committee."""
    case = found(case_id)
    session = door.reading()
    parties, closure = parties_of(session, case), closure_of(session, case)
    return render_template("closing/notice.html", case=case, parties=parties, closure=closure)


def _shown(
    case: Case, closing: ClosingForm | None = None, archiving: ArchiveForm | None = None
) -> str:
    session = door.reading()
    ways = {end: hurdles_before_closing(session, case, end, CLOSING) for end in ENDINGS}
    forms = {"form": closing or shape(ClosingForm, case), "ways": ways}
    return render_template(
        "closing/closure.html" if case.is_open else "closing/closed.html",
        case=case,
        closure=closure_of(session, case),
        archived=archiving_of(session, case),
        hurdles=hurdles_before_archiving(session, case, ARCHIVING),
        archiving=archiving or shape(ArchiveForm, case, compiled_by=door.actor().name),
        **(forms | open_ends(session, case)),
    )
