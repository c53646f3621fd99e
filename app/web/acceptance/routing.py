"""POST /cases/<uuid>/routing: ask the rules again, with what is known now."""

from uuid import UUID

from flask import Blueprint, flash, redirect
from werkzeug.wrappers import Response

from app.cases.commands import RouteCase
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import speaking
from forms.base import Form

page = Blueprint("routing", __name__, url_prefix="/cases/<uuid:case_id>/routing")


@page.post("")
@requires(Permission.CASE_ROUTE)
def again(case_id: UUID) -> Response:
    """Route the case again; what was said before stays."""
    form = Form()
    seen = form.seen_version.data
    door.execute(RouteCase(**speaking(case_id), seen_version=seen), key=form.command_key)
    flash("已按现在掌握的情况重新分流，以前的结果仍然保留。", "green")
    return redirect(f"/cases/{case_id}/routing", 303)
