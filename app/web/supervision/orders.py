"""/supervision: every order, whose move it is, and where the ladder proposes one."""

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.supervision.order_reading import orders_for, proposed_for, whose_move
from app.web import door
from app.web.guard import requires

page = Blueprint("supervision", __name__, url_prefix="/supervision")


@page.get("")
@requires(Permission.CASE_SUPERVISE)
def index() -> str:
    """Show the list."""
    session, actor, today = door.reading(), door.actor(), door.clock().today()
    return render_template(
        "supervision/orders.html",
        proposed=proposed_for(session, actor, today),
        standing=orders_for(session, actor, are_open=True),
        ended=orders_for(session, actor, are_open=False),
        whose_move=whose_move,
        today=today,
    )
