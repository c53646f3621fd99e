"""/registers/members: 调委会及组成人员情况通报 for the court, with what changed since a day."""

from datetime import date

from flask import Blueprint, Response, render_template, request

from app.access.permissions import Permission
from app.access.roles import Reach
from app.registers.members import members_sheet
from app.registers.printed import pdf_of
from app.registers.reported import unit_name, units_of
from app.registers.sheet import Sheet
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.saved import pdf, workbook

page = Blueprint("members", __name__, url_prefix="/registers")


@page.get("/members")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show the list."""
    since, fault = _since()
    typed = request.args.get("since", "") if fault else since.isoformat()
    return render_template("registers/members.html", sheet=_sheet(since), typed=typed, fault=fault)


@page.get("/members.xlsx")
@requires(Permission.REGISTER_READ)
def book() -> Response:
    """Give the list as a workbook."""
    sheet = _sheet(_since()[0])
    return workbook(book_of(sheet), f"{sheet.title}{door.clock().today():%Y%m%d}")


@page.get("/members.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the list as a PDF."""
    sheet, today = _sheet(_since()[0]), door.clock().today()
    return pdf(pdf_of(sheet, today), f"{sheet.title}{today:%Y%m%d}")


def _since() -> tuple[date, str]:
    usual = door.clock().today().replace(month=1, day=1)
    try:
        return date.fromisoformat(request.args.get("since", "") or usual.isoformat()), ""
    except ValueError:
        return usual, "没有看懂日期，请写成 2026-01-01 这样。下面先按今年初算变动。"


def _sheet(since: date) -> Sheet:
    session, actor = door.reading(), door.actor()
    is_township = actor.reach is Reach.TOWNSHIP
    area = (actor.township_code or "-") if is_township else actor.county_id
    name = units_of(session, actor).townships.get(area, "") if is_township else ""
    days = (since, door.clock().today())
    return members_sheet(session, actor.county_id, area, days, unit_name(session, actor, name))
