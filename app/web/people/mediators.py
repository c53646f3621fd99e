"""/people/mediators: the list and what is known of each."""

from flask import Blueprint, render_template, request

from app.access.permissions import Permission
from app.people.reading import (
    committees_by_mediator,
    languages_by_mediator,
    mediators_of,
    specialties_by_mediator,
)
from app.web import door
from app.web.guard import requires
from app.web.people.choices import told

page = Blueprint("people_mediators", __name__, url_prefix="/people/mediators")


@page.get("")
@requires(Permission.PEOPLE_READ)
def index() -> str:
    """List the mediators."""
    session, county = door.reading(), door.actor().county_id
    found = [m for m in mediators_of(session, county) if _is_asked(m.is_full_time)]
    return render_template(
        "people/mediators.html",
        mediators=found,
        languages=languages_by_mediator(session, county),
        specialties=specialties_by_mediator(session, county),
        committees=committees_by_mediator(session, county, door.clock().today()),
        told=told,
    )


def _is_asked(is_full_time: bool) -> bool:  # noqa: FBT001 (what the row says)
    return request.args.get("full-time") is None or is_full_time
