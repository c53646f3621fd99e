"""/deadlines: every running term of the desk, by handler; and the same on paper."""

from flask import Blueprint, render_template, request
from sqlalchemy import select

from app.access.permissions import Permission
from app.places.model import Area
from app.web import door
from app.web.guard import requires
from app.worklist.due_list import MOST, WantedTerms, hands_of, is_overdue, is_parties_own

page = Blueprint("deadlines", __name__, url_prefix="/deadlines")
WHEN = (("all", "全部"), ("overdue", "已超期"), ("week", "七天内到期"), ("standing", "已中止"))


@page.get("")
@requires(Permission.CASE_READ)
def index() -> str:
    """Show the list."""
    return _shown("deadlines/desk.html")


@page.get("/sheet")
@requires(Permission.CASE_READ)
def sheet() -> str:
    """Show the list as a page to print."""
    return _shown("deadlines/sheet.html")


def _shown(template: str) -> str:
    wanted, today = _read(), door.clock().today()
    hands = hands_of(door.reading(), door.actor(), wanted, today)
    return render_template(
        template,
        hands=hands,
        wanted=wanted,
        whens=WHEN,
        townships=_townships(),
        total=sum(len(hand.lines) for hand in hands),
        most=MOST,
        today=today,
        is_overdue=is_overdue,
        is_parties_own=is_parties_own,
        asked=request.query_string.decode(),
    )


def _read() -> WantedTerms:
    when = request.args.get("when", "")
    return WantedTerms(
        when=when if when in dict(WHEN) else "all",
        township=request.args.get("township", "")[:9],
        is_mine=request.args.get("mine") == "yes",
    )


def _townships() -> list[tuple[str, str]]:
    rows = select(Area.code, Area.name).where(
        Area.county_id == door.actor().county_id, Area.level == "township"
    )
    found = door.reading().execute(rows.order_by(Area.code)).all()
    return [("", "全部"), *((row.code, row.name) for row in found)]
