"""/calendar: the holidays and worked weekends that all terms are counted by."""

from flask import Blueprint, render_template, request

from app.access.permissions import Permission
from app.deadlines.holidays import calendar_of
from app.deadlines.year import changes_of, spans_of
from app.kernel.text import whole_number
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, Said, take
from forms.calendar import DaysForm, NoticeForm

page = Blueprint("calendar", __name__, url_prefix="/calendar")
FIRST, YEARS = 2004, 3  # what was published begins there; so many years ahead


@page.get("")
@requires(Permission.PLACE_MANAGE)
def index() -> str:
    """Show a year."""
    return _shown()


@page.post("/days")
@requires(Permission.PLACE_MANAGE)
def change() -> Answered:
    """Enter local holidays, worked days, or take them back."""
    form = DaysForm(prefix="days")
    return take(form, lambda f: f.to_command(**door.said()), lambda: _shown(days=form), "/calendar")


@page.post("/notices")
@requires(Permission.PLACE_MANAGE)
def announce() -> Answered:
    """Enter the notice of a year."""
    form = NoticeForm(prefix="notice")
    there = f"/calendar?year={form.year.data}"
    return take(form, lambda f: f.to_command(**door.said()), lambda: _shown(notice=form), there)


def _shown(**forms: object) -> str:
    session, county_id = door.reading(), door.actor().county_id
    today = door.clock().today()
    asked = request.args.get("year", "")
    year = whole_number(asked, len("2026")) or 0
    year = year if FIRST <= year <= today.year + YEARS else today.year
    given: Said = {
        "year": year,
        "years": range(today.year - 1, today.year + YEARS),
        "spans": spans_of(session, county_id, year),
        "changes": changes_of(session, county_id),
        "through": calendar_of(session, county_id).announced_through,
        "days": DaysForm(prefix="days", formdata=None),
        "notice": NoticeForm(prefix="notice", formdata=None, year=today.year + 1),
    }
    return render_template("calendar/show.html", **given | forms)
