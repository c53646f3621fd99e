"""/revisits: the trips and calls of the next thirty days, on the screen and on paper."""

from flask import Blueprint, render_template, request

from app.aftercare.routes import plan_for
from app.permissions import Permission
from app.places.reading import township_names
from app.web import door
from app.web.guard import requires

page = Blueprint("revisit_routes", __name__, url_prefix="/revisits")
WEEK = "一二三四五六日"


@page.get("")
@requires(Permission.CASE_FOLLOW_UP)
def index() -> str:
    """Show whom to visit on which day, and whom to call."""
    return _shown("aftercare/routes.html")


@page.get("/sheet")
@requires(Permission.CASE_FOLLOW_UP)
def sheet() -> str:
    """Show the trips as a page to take along."""
    return _shown("aftercare/route_sheet.html")


def _shown(template: str) -> str:
    session, actor, today = door.reading(), door.actor(), door.clock().today()
    townships = township_names(session, actor.county_id)
    asked = request.args.get("township", "")
    township = asked if asked in townships else ""
    return render_template(
        template,
        plan=plan_for(session, actor, today, township),
        townships=townships,
        township=township,
        today=today,
        week=WEEK,
    )
