"""/people/committees: the list, one committee, what is known of it."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.people.composition import sitting, warnings_of
from app.people.reading import committee_lines, find_committee, seats_of
from app.web import door
from app.web.guard import requires
from app.web.people import choices
from forms.committee import SeatForm

page = Blueprint("people_committees", __name__, url_prefix="/people/committees")


@page.get("")
@requires(Permission.PEOPLE_READ)
def index() -> str:
    """List the committees."""
    lines = committee_lines(door.reading(), door.actor().county_id, door.clock().today())
    return render_template("people/committees.html", lines=lines)


@page.get("/<uuid:committee_id>")
@requires(Permission.PEOPLE_READ)
def show(committee_id: UUID) -> str:
    """Show one committee, its members and what the law misses."""
    session, today = door.reading(), door.clock().today()
    committee = find_committee(session, door.actor().county_id, committee_id)
    seats = seats_of(session, committee)
    form = SeatForm()
    form.mediator_id.offer(choices.mediators())
    warned = warnings_of(committee, seats, today)
    now = sitting(seats, today)
    return render_template(
        "people/committee.html", committee=committee, seats=now, warned=warned, form=form
    )
