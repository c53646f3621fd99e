"""/registers/cases: 人民调解委员会调解案件汇总登记表, on pages, as a workbook and as a PDF."""

from flask import Blueprint, Response, render_template, request

from app.access.permissions import Permission
from app.kernel.errors import NotNow
from app.registers.case_register import COLUMNS
from app.registers.coverage import BASES
from app.registers.printed import pdf_of
from app.registers.reported import counted_lines, readable, unit_name
from app.registers.reports import case_sheet, page_of
from app.registers.sheet import Sheet
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import Asked, presets, read_asked
from app.web.registers.saved import pdf, saved, workbook

page = Blueprint("case_register", __name__, url_prefix="/registers")
SIZE = 50
PRINTED = 300  # some twenty seconds of laying out


@page.get("/cases")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show one page of the register."""
    asked, session, actor = read_asked(), door.reading(), door.actor()
    lines = counted_lines(session, actor, asked.coverage)
    number = request.args.get("page", "1")
    shown, pages = page_of(lines, int(number) if number.isdecimal() else 1, SIZE)
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
    """Give the register as a PDF."""
    asked = read_asked()
    sheet = _whole(asked)
    if len(sheet.rows) > PRINTED:
        message = f"共 {len(sheet.rows)} 件，一次最多印 {PRINTED} 件。请按月或按乡镇印，或存为表格（xlsx）。"
        raise NotNow(message)
    content = pdf_of(sheet, door.clock().today())
    return pdf(content, saved(asked, "调解案件汇总登记表"))


def _whole(asked: Asked) -> Sheet:
    session, actor = door.reading(), door.actor()
    lines = counted_lines(session, actor, asked.coverage)
    return case_sheet(session, actor, lines, asked.coverage, unit_name(session, actor, asked.unit))
