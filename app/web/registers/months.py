"""/registers/months: which months are closed, how much was corrected since, and closing one."""

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.people.names import names_of
from app.registers.coverage import Basis
from app.registers.months import before
from app.web import door
from app.web.guard import requires
from app.web.registers.month import closings, corrections, screened
from app.web.steps import Answered, take
from forms.month import MonthForm

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


def _listed(form: MonthForm) -> str:
    month, months = door.clock().today().replace(day=1), []
    for _ in range(BACK):
        month = before(month)
        months.append(month)
    closed = closings(months[-1], months[0])
    changed = [one.month for basis in Basis for one in corrections(list(closed), basis)]
    changed += [one.month for one in screened(list(closed))]
    by = names_of(
        door.reading(), door.actor().county_id, {row.closed_by for row in closed.values()}
    )
    shown = [(month, closed.get(month), changed.count(month)) for month in months]
    return render_template("registers/months.html", months=shown, form=form, by=by)
