"""/registers/organization: 人民调解组织队伍经费保障情况统计表, as things stand today."""

from flask import Blueprint, Response, render_template

from app.access.permissions import Permission
from app.access.roles import Reach
from app.registers import organization
from app.registers.printed import pdf_of
from app.registers.reported import unit_name, units_of
from app.registers.reports import organization_sheet
from app.registers.sheet import Sheet
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.saved import pdf, workbook

page = Blueprint("organization", __name__, url_prefix="/registers")
Groups = list[tuple[str, list[organization.Count]]]


@page.get("/organization")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show the table; every figure opens to the names behind it."""
    unit, groups = _counted()
    return render_template(
        "registers/organization.html",
        unit=unit,
        groups=groups,
        not_kept=organization.NOT_KEPT,
        title=organization.TITLE,
        today=door.clock().today(),
    )


@page.get("/organization.xlsx")
@requires(Permission.REGISTER_READ)
def book() -> Response:
    """Give the table as a workbook."""
    sheet = _sheet()
    return workbook(book_of(sheet), f"{sheet.title}{door.clock().today():%Y%m%d}")


@page.get("/organization.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the table as a PDF."""
    sheet, today = _sheet(), door.clock().today()
    return pdf(pdf_of(sheet, today), f"{sheet.title}{today:%Y%m%d}")


def _sheet() -> Sheet:
    unit, groups = _counted()
    return organization_sheet(groups, unit, door.clock().today())


def _counted() -> tuple[str, Groups]:
    session, actor = door.reading(), door.actor()
    is_township = actor.reach is Reach.TOWNSHIP
    area = (actor.township_code or "-") if is_township else actor.county_id
    name = units_of(session, actor).townships.get(area, "") if is_township else ""
    groups = organization.organization_of(session, actor.county_id, area, door.clock().today())
    return unit_name(session, actor, name), groups
