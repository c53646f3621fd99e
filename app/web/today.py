"""/today: the first page of the day."""

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from app.access.actor import Actor
from app.access.permissions import Permission
from app.kernel.footprints import clock_behind
from app.rota.reading import on_duty
from app.sync.unsettled import Waiting, waiting_for
from app.web import door
from app.web.guard import requires
from app.worklist.today import work_of

page = Blueprint("today", __name__)
WEEK = "一二三四五六日"


@page.get("/")
@requires(Permission.SELF)
def start() -> Response:
    """Lead to the work of the day."""
    return redirect("/today")


def _arrivals(actor: Actor) -> Waiting | None:
    if door.config().desk == "off" or not actor.may(Permission.CASE_MEDIATE):
        return None
    return waiting_for(door.reading(), actor)


@page.get("/today")
@requires(Permission.SELF)
def show() -> str:
    """Show what this person has to do."""
    today, actor = door.clock().today(), door.actor()
    found = work_of(door.reading(), actor, today) if actor.may(Permission.CASE_READ) else []
    return render_template(
        "today/show.html",
        groups=found,
        behind=clock_behind(door.reading(), actor.county_id, door.clock().now()),
        arrivals=_arrivals(actor),
        on_duty=on_duty(door.reading(), actor.county_id, actor.committee_id, today),
        today=today,
        weekday=WEEK[today.weekday()],
    )
