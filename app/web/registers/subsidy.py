"""/registers/subsidy: 以案定补 of a period, by mediator and case, with why others earn nothing."""

from dataclasses import replace

from flask import Blueprint, Response, render_template
from sqlalchemy import and_

from app.access.permissions import Permission
from app.cases.visibility import counted_for
from app.registers import subsidy
from app.registers.case_register import mediators_by_case
from app.registers.coverage import Basis, Coverage
from app.registers.months import presets
from app.registers.printed import pdf_of
from app.registers.reported import counted_lines, readable, unit_name
from app.registers.reports import covers
from app.registers.sheet import Sheet
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import Asked, read_asked
from app.web.registers.saved import pdf, saved, workbook
from rules.subsidy import rates_on

page = Blueprint("subsidy", __name__, url_prefix="/registers")
MOST = 200  # cases shown on the page; the sheet holds all
BASES = {Basis.CLOSED: "办结口径（期间内办结的案件）"}


@page.get("/subsidy")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show who earns what, and why the other closed cases earn nothing."""
    asked, found, coverage = _judged()
    return render_template(
        "registers/subsidy.html",
        asked=asked, found=found, most=MOST, totals=subsidy.totals_of(found), rates=rates_on(coverage.end),
        condition=subsidy.CONDITION, basis=subsidy.BASIS,
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
    asked, found, coverage = _judged()
    session, actor = door.reading(), door.actor()
    seen = readable(session, actor, coverage)
    shown = [one if one.line.case_id in seen else subsidy.unnamed(one) for one in found]
    unit = unit_name(session, actor, asked.unit)
    return asked, subsidy.sheet_of(shown, unit, covers(coverage))


def _judged() -> tuple[Asked, list[subsidy.CaseSubsidy], Coverage]:
    asked, session, actor = read_asked(), door.reading(), door.actor()
    coverage = replace(asked.coverage, basis=Basis.CLOSED)
    lines = counted_lines(session, actor, coverage)
    period = and_(counted_for(actor), *coverage.conditions())
    beside = subsidy.filed_of(session, period), subsidy.repeated_of(session, period)
    found = subsidy.subsidies_of(lines, mediators_by_case(session, period), *beside)
    return asked, found, coverage
