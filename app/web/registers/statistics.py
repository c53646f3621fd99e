"""/registers: 人民调解案件情况统计表 of a period, on the page, for printing, as a workbook."""

from typing import Any

from flask import Blueprint, Response, render_template

from app.access.permissions import Permission
from app.cases.visibility import counted_for
from app.registers.as_reported import differences, reported_statistics
from app.registers.coverage import BASES
from app.registers.figures import by_township, groups_of
from app.registers.months import presets
from app.registers.printed import pdf_of
from app.registers.reported import counted_lines, screened, unit_name
from app.registers.reports import statistics_sheet
from app.registers.sheets import statistics_book
from app.registers.statistics import FORMULA, statistics_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import read_asked
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
    said = counted()
    parts = [(name, part) for _, name, part in said["parts"]]
    content = statistics_book((said["unit"], said["table"]), parts, str(said["screened"] or ""))
    return workbook(content, saved(said["asked"], "人民调解案件情况统计表"))


@page.get("/statistics.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the table as a PDF."""
    said = counted()
    sheet = statistics_sheet(said["table"], said["unit"], str(said["screened"] or ""))
    content = pdf_of(sheet, door.clock().today())
    return pdf(content, saved(said["asked"], sheet.title))


def counted() -> dict[str, Any]:
    """Count what was asked for."""
    asked, session = read_asked(), door.reading()
    lines = counted_lines(session, door.actor(), asked.coverage)
    table = statistics_of(lines, asked.coverage)
    county_id, counted_here = door.actor().county_id, counted_for(door.actor())
    reported = reported_statistics(session, county_id, asked.coverage, counted_here)
    return {
        "asked": asked,
        "changed": None if reported is None else differences(reported, table),
        "table": table,
        "groups": groups_of(table),
        "screened": screened(session, door.actor(), asked.coverage),
        "parts": by_township(lines, table, asked.units.townships),
        "formula": FORMULA,
        "bases": BASES,
        "presets": presets(door.clock().today()),
        "unit": unit_name(session, door.actor(), asked.unit),
        "today": door.clock().today(),
    }
