"""/registers/figures: the cases behind one figure of the case statistics."""

from flask import Blueprint, render_template, request

from app.access.permissions import Permission
from app.kernel.errors import NotFound
from app.registers.coverage import BASES
from app.registers.figures import find_figure
from app.registers.reported import counted_lines, readable
from app.registers.statistics import statistics_of
from app.web import door
from app.web.guard import requires
from app.web.registers.asked import read_asked

page = Blueprint("register_figures", __name__, url_prefix="/registers/figures")
MOST = 500


@page.get("")
@requires(Permission.REGISTER_READ)
def show() -> str:
    """List them; what this person may not read is counted, never named."""
    asked, session, actor = read_asked(), door.reading(), door.actor()
    lines = counted_lines(session, actor, asked.coverage)
    table = statistics_of(lines, asked.coverage)
    figure = find_figure(table, request.args.get("figure", "total"))
    if figure is None:
        raise NotFound("统计表里没有这一项。请从统计表重新点进来。")
    wanted = set(figure.cell.case_ids) & readable(session, actor, asked.coverage)
    shown = [line for line in lines if line.case_id in wanted]
    return render_template(
        "registers/figures.html",
        asked=asked,
        figure=figure,
        lines=shown[:MOST],
        hidden=figure.cell.cases - len(shown),
        more=max(0, len(shown) - MOST),
        bases=BASES,
        townships=asked.units.townships,
    )
