"""/papers/<id>/inks: sign an agreement or a record on a screen, an aid beside the hand on paper."""

from base64 import b64encode
from uuid import UUID

from flask import Blueprint, render_template, request

from app.cases.model import Case
from app.dossiers.commands import DrawSignature
from app.dossiers.ink_reading import inks_of
from app.dossiers.inks import read_strokes
from app.dossiers.model import IssuedPaper
from app.dossiers.shelf import take as taken
from app.kernel.errors import NotFound
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.ink_binding import fresh_binding, read_binding
from app.web.papers.ink_places import Place, places_of
from app.web.papers.sight import sighted
from app.web.steps import Answered, shape, speaking, take
from documents.ink import reopen
from forms.ink import InkForm

page = Blueprint("inks", __name__, url_prefix="/papers/<uuid:paper_id>/inks")


@page.get("")
@requires(Permission.CASE_CONCLUDE)
def show(paper_id: UUID) -> str:
    """List who signs where; with `?place=` show the pad for one of them."""
    paper, case = sighted(paper_id)
    place = _asked(case, paper) if "place" in request.args else None
    known = {"binding": fresh_binding(paper), **place.known()} if place else {}
    form = shape(InkForm, case, **known) if place else None
    return _shown(case, paper, place, form)


@page.post("")
@requires(Permission.CASE_CONCLUDE)
def create(paper_id: UUID) -> Answered:
    """Keep one drawn signature."""
    paper, case = sighted(paper_id)
    place, form = _asked(case, paper), InkForm()

    def again() -> str:
        form.binding.data, form.strokes.data = fresh_binding(paper), ""
        return _shown(case, paper, place, form)

    def say(said: InkForm) -> DrawSignature:
        return said.to_command(
            **speaking(case.id, paper_id=paper.id, place=place.name),
            **read_binding(paper, said.binding.data or ""),
            strokes=read_strokes(said.strokes.data or "", *said.size()),
            device=str(request.user_agent)[:200],
        )

    return take(form, say, again, f"/papers/{paper.id}/inks")


def _asked(case: Case, paper: IssuedPaper) -> Place:
    name = request.args.get("place", "")
    found = [place for place in places_of(case, paper) if place.name == name]
    if not found:
        raise NotFound("这份文书上没有这个签名的位置。请从案件的文书页重新打开。")
    return found[0]


def _shown(case: Case, paper: IssuedPaper, place: Place | None, form: InkForm | None) -> str:
    inks = inks_of(door.reading(), case.county_id, paper.frozen_sha256)
    pictures = {name: _picture(case, row.sha256) for name, row in inks.items()}
    return render_template(
        "papers/inks.html", case=case, paper=paper, place=place, form=form, inks=inks,
        places=places_of(case, paper), pictures=pictures,
    )  # fmt: skip


def _picture(case: Case, sha256: str) -> str:
    svg = reopen(taken(door.reading(), case.county_id, sha256).content).svg()
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
