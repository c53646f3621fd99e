"""/registers/cases: 人民调解委员会调解案件汇总登记表, on pages, as a workbook and as a PDF."""

from flask import Blueprint, Response, render_template, request

from app.access.permissions import Permission
from app.kernel.text import whole_number
from app.registers.case_register import COLUMNS
from app.registers.coverage import BASES
from app.registers.months import presets
from app.registers.printed import pdf_of
from app.registers.reported import counted_lines, readable, unit_name
from app.registers.reports import case_sheet, page_of, volume_of
from app.registers.sheet import Sheet
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import Asked, read_asked
from app.web.registers.saved import pdf, saved, workbook

page = Blueprint("case_register", __name__, url_prefix="/registers")
SIZE = 50
PRINTED = 300  # rows of a printed volume: some twenty seconds of laying out


@page.get("/cases")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show one page of the register."""
    asked, session, actor = read_asked(), door.reading(), door.actor()
    lines = counted_lines(session, actor, asked.coverage)
    shown, pages = page_of(lines, _number("page"), SIZE)
    first = lines.index(shown[0]) + 1 if shown else 1
    sheet = case_sheet(session, actor, shown, asked.coverage, "")
    return render_template(
        "registers/cases.html",
        asked=asked,
        rows=list(zip(shown, sheet.rows, strict=True)),
        columns=COLUMNS,
        readable=readable(session, actor, asked.coverage),
        first=first,
        total=len(lines),
        pages=pages,
        volumes=-(-len(lines) // PRINTED),
        size=PRINTED,
        number=first // SIZE + 1,
        bases=BASES,
        presets=presets(door.clock().today()),
    )


@page.get("/cases.xlsx")
@requires(Permission.REGISTER_READ)
def book() -> Response:
    """Give the register as a workbook."""
    asked = read_asked()
    return workbook(book_of(_whole(asked)), saved(asked, "调解案件汇总登记表"))


@page.get("/cases.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give one volume of the register as a PDF; a short register is one."""
    asked, number = read_asked(), _number("volume")
    sheet, at = volume_of(_whole(asked), number, PRINTED)
    content = pdf_of(sheet, door.clock().today())
    return pdf(content, saved(asked, f"调解案件汇总登记表{at}"))


def _number(name: str) -> int:
    return whole_number(request.args.get(name, ""), len("999999")) or 1


def _whole(asked: Asked) -> Sheet:
    session, actor = door.reading(), door.actor()
    lines = counted_lines(session, actor, asked.coverage)
    return case_sheet(session, actor, lines, asked.coverage, unit_name(session, actor, asked.unit))
