"""/registers/months: which months are closed, what was corrected since, and closing one."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.visibility import counted_for, visible_to
from app.kernel.errors import Incomplete, NotFound
from app.people.names import names_of
from app.registers.corrections import closings_of, corrections_of
from app.registers.coverage import BASES, Basis
from app.registers.listed import titles_of
from app.registers.months import before, last_day, said
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, take
from forms.month import MonthForm, read_month

page = Blueprint("months", __name__, url_prefix="/registers/months")
BACK = 24  # months


@page.get("")
@requires(Permission.REGISTER_READ)
def index() -> str:
    """List the months."""
    return _listed(MonthForm(formdata=None))


@page.post("")
@requires(Permission.REGISTER_CLOSE)
def close() -> Answered:
    """Close one."""
    form = MonthForm()
    return take(
        form, lambda f: f.to_command(**door.said()), lambda: _listed(form), "/registers/months"
    )


@page.get("/<month>")
@requires(Permission.REGISTER_READ)
def show(month: str) -> str:
    """Show what was corrected since a month was closed."""
    try:
        first = read_month(month)
    except Incomplete as error:
        raise NotFound(str(error)) from error
    closing = _closings(first, first).get(first)
    found = {basis: _corrections([first] if closing else [], basis) for basis in Basis}
    ids = {one.case_id for rows in found.values() for one in rows}
    return render_template(
        "registers/month.html", month=said(first), closing=closing, found=found, bases=BASES,
        start=first, end=last_day(first), titles=titles_of(door.reading(), visible_to(door.actor()), ids),
        by=names_of(door.reading(), door.actor().county_id, {closing.closed_by} if closing else set()),
    )  # fmt: skip


def _listed(form: MonthForm) -> str:
    month, months = door.clock().today().replace(day=1), []
    for _ in range(BACK):
        month = before(month)
        months.append(month)
    closed = _closings(months[-1], months[0])
    changed = [one.month for basis in Basis for one in _corrections(list(closed), basis)]
    by = names_of(
        door.reading(), door.actor().county_id, {row.closed_by for row in closed.values()}
    )
    shown = [(month, closed.get(month), changed.count(month)) for month in months]
    return render_template("registers/months.html", months=shown, form=form, by=by)


def _closings(first: date, last: date) -> dict[date, Any]:
    return closings_of(door.reading(), door.actor().county_id, first, last)


def _corrections(closed: list[date], basis: Basis) -> list[Any]:
    return corrections_of(door.reading(), counted_for(door.actor()), basis, closed)
