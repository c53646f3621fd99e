"""/registers/subsidy: 以案定补 of a period, by mediator and case, with why others earn nothing."""

from flask import Blueprint, Response, render_template

from app.access.permissions import Permission
from app.registers import subsidy
from app.registers.coverage import Basis
from app.registers.months import presets
from app.registers.printed import pdf_of
from app.registers.reported import readable, unit_name
from app.registers.reports import covers
from app.registers.sheet import Sheet
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import Asked
from app.web.registers.earning import books_on, judged
from app.web.registers.saved import pdf, saved, workbook
from rules.subsidy import rates_on

page = Blueprint("subsidy", __name__, url_prefix="/registers")
MOST = 200  # cases shown on the page; the sheet holds all
BASES = {Basis.CLOSED: "办结口径（期间内办结的案件）"}


@page.get("/subsidy")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show who earns what, and why the other closed cases earn nothing."""
    asked, found, coverage = judged()
    books = books_on(coverage.end)
    return render_template(
        "registers/subsidy.html",
        asked=asked, found=found, most=MOST, totals=subsidy.totals_of(found),
        rates=rates_on(coverage.end, books),
        condition=subsidy.CONDITION, basis=subsidy.basis_of(books),
        whole=sum(one.yuan for one in found), bases=BASES, covers=covers(coverage),
        readable=readable(door.reading(), door.actor(), coverage),
        presets=presets(door.clock().today()),
    )  # fmt: skip


@page.get("/subsidy.xlsx")
@requires(Permission.REGISTER_READ)
def book() -> Response:
    """Give the sheet as a workbook."""
    asked, sheet = _sheet()
    return workbook(book_of(sheet), saved(asked, sheet.title))


@page.get("/subsidy.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the sheet as a PDF."""
    asked, sheet = _sheet()
    return pdf(pdf_of(sheet, door.clock().today()), saved(asked, sheet.title))


def _sheet() -> tuple[Asked, Sheet]:
    asked, found, coverage = judged()
    session, actor = door.reading(), door.actor()
    seen = readable(session, actor, coverage)
    shown = [one if one.line.case_id in seen else subsidy.unnamed(one) for one in found]
    unit = unit_name(session, actor, asked.unit)
    basis = subsidy.basis_of(books_on(coverage.end))
    return asked, subsidy.sheet_of(shown, unit, covers(coverage), basis)
