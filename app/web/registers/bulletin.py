"""/registers/bulletin: the month's bulletin as drafted from the data, on the page and as a PDF."""

from datetime import date

from flask import Blueprint, Response, render_template, request

from app.access.permissions import Permission
from app.dossiers.press import print_paper
from app.registers.bulletin import Part, first_of, parts_of
from app.registers.drafting import figures_of
from app.registers.months import before, last_day
from app.registers.reported import unit_name, units_of
from app.web import door
from app.web.guard import requires
from app.web.registers.saved import pdf
from documents.papers import Bulletin, BulletinPart

page = Blueprint("bulletin", __name__, url_prefix="/registers")
BACK = 12  # months offered


@page.get("/bulletin")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """Show the draft."""
    month, parts = _drafted()
    offered = [door.clock().today().replace(day=1)]
    while len(offered) <= BACK:
        offered.append(before(offered[-1]))
    return render_template(
        "registers/bulletin.html",
        month=month, parts=parts, offered=offered, unit=_unit(), end=last_day(month),
        is_running=last_day(month) >= door.clock().today(),
    )  # fmt: skip


@page.get("/bulletin.pdf")
@requires(Permission.REGISTER_READ)
def print_out() -> Response:
    """Give the draft as a PDF."""
    month, parts = _drafted()
    paper = Bulletin(
        committee=_unit(),
        month=f"{month.year}年{month.month}月",
        parts=tuple(
            BulletinPart(
                heading=one.heading, paragraphs=one.paragraphs, columns=one.columns, rows=one.rows
            )
            for one in parts
        ),
        drafted_on=door.clock().today(),
    )
    return pdf(print_paper(paper).pdf, f"{paper.title}{month:%Y%m}")


def _drafted() -> tuple[date, list[Part]]:
    today = door.clock().today()
    month = first_of(request.args.get("month", ""), today)
    return month, parts_of(figures_of(door.reading(), door.actor(), month, today))


def _unit() -> str:
    session, actor = door.reading(), door.actor()
    names = units_of(session, actor).townships
    return unit_name(session, actor, names.get(actor.township_code or "", ""))
