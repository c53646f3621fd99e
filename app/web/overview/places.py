"""/overview/townships/<code> and /overview/villages/<code>: one place, down to its cases."""

from typing import Any

from flask import Blueprint, render_template
from sqlalchemy import Select, select

from app.access.permissions import Permission
from app.access.roles import Reach
from app.cases.model import Case
from app.kernel.errors import NotFound
from app.places.model import Area
from app.places.reading import areas_below, find_area
from app.registers.decisions import decisions_of, overdue_of
from app.registers.overview import hands_of, places_of
from app.registers.view import View, view_of
from app.web import door
from app.web.guard import requires
from app.web.overview.shown import glance

page = Blueprint("overview_places", __name__, url_prefix="/overview")
MOST = 20
CASES = 200


@page.get("/townships/<code>")
@requires(Permission.CASE_SUPERVISE)
def township(code: str) -> str:
    """Show a township: its villages, its people's load, what is overdue."""
    area, session = _found(code, "township"), door.reading()
    view = view_of(door.actor(), door.clock().today(), township=code)
    below = {one.code: one.name for one in areas_below(session, area.county_id, code)}
    return render_template(
        "overview/township.html",
        **glance(session, view),
        area=area,
        calls=decisions_of(session, view),
        villages=places_of(session, view, below, by_village=True),
        hands=hands_of(session, view),
        overdue=overdue_of(session, view, MOST),
    )


@page.get("/villages/<code>")
@requires(Permission.CASE_SUPERVISE)
def village(code: str) -> str:
    """Show a village: its cases, the newest first."""
    area, session = _found(code, "village"), door.reading()
    view = view_of(door.actor(), door.clock().today(), village=code)
    return render_template(
        "overview/village.html",
        **glance(session, view),
        area=area,
        above=find_area(session, area.county_id, area.parent_code or ""),
        cases=session.execute(_cases(view)).all(),
        most=CASES,
        overdue={one.case_id: one for one in overdue_of(session, view, CASES)},
    )


def _found(code: str, level: str) -> Area:
    actor = door.actor()
    area = find_area(door.reading(), actor.county_id, code)
    is_foreign = actor.reach is Reach.TOWNSHIP and not code.startswith(actor.township_code or "-")
    if area.level != level or is_foreign:
        raise NotFound("没有这个地方，或者它不在您的范围。请从总览重新点进来。")
    return area


def _cases(view: View) -> Select[Any]:
    columns: tuple[Any, ...] = (
        Case.id, Case.number, Case.title, Case.stage, Case.risk, Case.accepted_on,
        Case.dispute_type, Case.received_on, Case.outcome,
    )  # fmt: skip
    wanted = select(*columns).where(view.sight)
    return wanted.order_by(Case.received_on.desc(), Case.id.desc()).limit(CASES)
