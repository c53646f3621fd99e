"""/screenings/<id>: one round: what it found, what became of that, a mistake struck."""

from functools import partial
from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.people.names import names_of
from app.places.reading import place_name
from app.screenings.model import Screening
from app.screenings.reading import cases_near, found_of
from app.screenings.sight import find_screening
from app.web import door
from app.web.guard import requires
from app.web.lines import at_lines
from app.web.steps import Answered, take
from forms.base import Form
from forms.screened import SettleForm, StrikeForm
from forms.screening import FoundForm

page = Blueprint("screening", __name__, url_prefix="/screenings/<uuid:screening_id>")
FORMS: dict[str, type[Form]] = {"found": FoundForm, "settle": SettleForm, "strike": StrikeForm}


@page.get("")
@requires(Permission.CASE_REGISTER)
def show(screening_id: UUID) -> str:
    """Show it."""
    return _shown(find_screening(door.reading(), door.actor(), screening_id))


@page.post("/disputes")
@requires(Permission.CASE_REGISTER)
def add(screening_id: UUID) -> Answered:
    """Keep a dispute it found."""
    return _take(screening_id, "found", screening_id=screening_id)


@page.post("/disputes/<uuid:dispute_id>/outcomes")
@requires(Permission.CASE_REGISTER)
def settle(screening_id: UUID, dispute_id: UUID) -> Answered:
    """Say what became of one that was watched."""
    return _take(screening_id, "settle", dispute_id=dispute_id)


@page.post("/strikes")
@requires(Permission.CASE_REGISTER)
def strike(screening_id: UUID) -> Answered:
    """Strike a mistake."""
    return _take(screening_id, "strike", screening_id=screening_id)


def _take(there: UUID, name: str, **about: UUID) -> Answered:
    row = find_screening(door.reading(), door.actor(), there)
    form, said = _made(name, row), door.said() | about
    again = partial(_shown, row, about.get("dispute_id"), **{name: form})
    return take(form, lambda f: f.to_command(**said), again, f"/screenings/{there}")


def _made(name: str, row: Screening, *, is_blank: bool = False) -> Form:
    form = FORMS[name](prefix=name, **({"formdata": None} if is_blank else {}))
    if "found_case_id" in form:
        form["found_case_id"].offer(cases_near(door.reading(), door.actor(), row))
    return form


def _shown(row: Screening, at: UUID | None = None, **forms: Form) -> str:
    blank = {name: _made(name, row, is_blank=True) for name in FORMS}
    session, county_id = door.reading(), row.county_id
    found = found_of(session, door.actor(), row)
    refused = (at, forms["settle"]) if at else None
    empty = partial(_made, "settle", row, is_blank=True)
    return render_template(
        "screenings/show.html", row=row, refused=refused, found=found, forms=blank | forms,
        settling=at_lines((one.id for one, _ in found), empty, refused),
        village=place_name(session, county_id, row.village_code),
        names=names_of(session, county_id, {row.recorded_by, row.struck_by}),
    )  # fmt: skip
