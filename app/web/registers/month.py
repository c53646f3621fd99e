"""/registers/months/<month>: what was corrected since a month was closed."""

from datetime import date

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.visibility import counted_for, visible_to
from app.kernel.errors import Incomplete, NotFound
from app.people.names import names_of
from app.places.reading import areas_inside
from app.registers.corrections import Correction, closings_of, corrections_of
from app.registers.coverage import BASES, Basis
from app.registers.listed import titles_of
from app.registers.model import MonthClosing
from app.registers.months import last_day, said
from app.registers.screened import ScreeningCorrection, screening_corrections
from app.web import door
from app.web.guard import requires
from forms.month import read_month

page = Blueprint("month", __name__, url_prefix="/registers/months")


@page.get("/<month>")
@requires(Permission.REGISTER_READ)
def show(month: str) -> str:
    """Show what was corrected since a month was closed."""
    try:
        first = read_month(month)
    except Incomplete as error:
        raise NotFound(str(error)) from error
    closing = closings(first, first).get(first)
    closed = [first] if closing else []
    villages = areas_inside(door.reading(), door.actor().county_id, ("village",))
    found = {basis: corrections(closed, basis) for basis in Basis}
    ids = {one.case_id for rows in found.values() for one in rows}
    return render_template(
        "registers/month.html", month=said(first), closing=closing, found=found, bases=BASES,
        screened=screened(closed), villages={one.code: one.name for one in villages},
        start=first, end=last_day(first), titles=titles_of(door.reading(), visible_to(door.actor()), ids),
        by=names_of(door.reading(), door.actor().county_id, {closing.closed_by} if closing else set()),
    )  # fmt: skip


def closings(first: date, last: date) -> dict[date, MonthClosing]:
    """Read the closed months between two days."""
    return closings_of(door.reading(), door.actor().county_id, first, last)


def corrections(closed: list[date], basis: Basis) -> list[Correction]:
    """Read what was corrected of cases in closed months."""
    return corrections_of(door.reading(), counted_for(door.actor()), basis, closed)


def screened(closed: list[date]) -> list[ScreeningCorrection]:
    """Read what was corrected of screenings in closed months."""
    return screening_corrections(door.reading(), door.actor(), closed)
