"""/registers/evaluations: 卷宗评查 of a period, a mediator at a time, down to each file."""

from uuid import UUID

from flask import Blueprint, Response, render_template

from app.access.permissions import Permission
from app.aftercare.evaluation_commands import FilePoint
from app.cases.visibility import counted_for, visible_to
from app.registers.evaluated import OfMediator, evaluations_in, sheet_of
from app.registers.listed import titles_of
from app.registers.months import presets
from app.registers.printed import pdf_of
from app.registers.reported import unit_name
from app.registers.sheet import Sheet, chinese
from app.registers.sheets import book_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import Asked, read_asked
from app.web.registers.saved import pdf, saved, workbook

page = Blueprint("evaluations", __name__, url_prefix="/registers")


@page.get("/evaluations")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show them."""
    asked, found = _found()
    return render_template(
        "registers/evaluations.html", asked=asked, found=found, points=list(FilePoint),
        total=sum(len(one.files) for one in found), good=sum(one.good for one in found),
        readable=_readable(found), bases={}, presets=presets(door.clock().today()),
    )  # fmt: skip


@page.get("/evaluations.xlsx")
@requires(Permission.REGISTER_READ)
def book() -> Response:
    """Give the sheet as a workbook."""
    asked, sheet = _sheet()
    return workbook(book_of(sheet), saved(asked, sheet.title))


@page.get("/evaluations.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the sheet as a PDF."""
    asked, sheet = _sheet()
    return pdf(pdf_of(sheet, door.clock().today()), saved(asked, sheet.title))


def _sheet() -> tuple[Asked, Sheet]:
    asked, found = _found()
    unit = unit_name(door.reading(), door.actor(), asked.unit)
    days = f"{chinese(asked.coverage.start)}至{chinese(asked.coverage.end)}评查的卷宗"
    return asked, sheet_of(found, unit, days, _readable(found))


def _found() -> tuple[Asked, list[OfMediator]]:
    asked = read_asked()
    return asked, evaluations_in(door.reading(), counted_for(door.actor()), asked.coverage)


def _readable(found: list[OfMediator]) -> set[UUID]:
    ids = {each.row.case_id for one in found for each in one.files}
    return set(titles_of(door.reading(), visible_to(door.actor()), ids))
