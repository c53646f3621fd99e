"""/registers: 人民调解案件情况统计表 of a period, on the page, for printing, as a workbook."""

from flask import Blueprint, Response, render_template

from app.access.permissions import Permission
from app.registers.printed import pdf_of
from app.registers.reports import statistics_sheet
from app.registers.sheets import statistics_book
from app.web import door
from app.web.guard import requires
from app.web.registers.counted import counted, exported
from app.web.registers.saved import pdf, saved, workbook

page = Blueprint("registers", __name__, url_prefix="/registers")


@page.get("")
@requires(Permission.REGISTER_READ)
def index() -> str:
    """Show the table, every figure a link down to its cases."""
    return render_template("registers/statistics.html", **counted())


@page.get("/sheet")
@requires(Permission.REGISTER_READ)
def sheet() -> str:
    """Show the table as a page to print."""
    return render_template("registers/sheet.html", **counted())


@page.get("/statistics.xlsx")
@requires(Permission.REGISTER_READ)
def book() -> Response:
    """Give the table as a workbook in the familiar layout."""
    said = exported()
    parts = [(name, part) for _, name, part in said["parts"]]
    content = statistics_book((said["unit"], said["table"]), parts, str(said["screened"] or ""))
    return workbook(content, saved(said["asked"], "人民调解案件情况统计表"))


@page.get("/statistics.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the table as a PDF."""
    said = exported()
    sheet = statistics_sheet(said["table"], said["unit"], str(said["screened"] or ""))
    content = pdf_of(sheet, door.clock().today())
    return pdf(content, saved(said["asked"], sheet.title))
