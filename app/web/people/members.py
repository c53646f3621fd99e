"""/people/committees/<id>/members: who sits in a committee."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.people.commands import EndSeat
from app.people.reading import find_committee
from app.web import door
from app.web.guard import requires
from app.web.people import choices
from app.web.people.edit import Answered, edit
from app.web.steps import press
from forms.committee import SeatForm

page = Blueprint(
    "people_members", __name__, url_prefix="/people/committees/<uuid:committee_id>/members"
)


@page.post("")
@requires(Permission.PEOPLE_MANAGE)
def seat(committee_id: UUID) -> Answered:
    """Give a mediator a seat."""
    find_committee(door.reading(), door.actor().county_id, committee_id)
    form = SeatForm()
    form.mediator_id.offer(choices.mediators())
    there = f"/people/committees/{committee_id}"
    return edit(form, "成员就任", there, say=form.to_command, committee_id=committee_id)


@page.post("/<uuid:mediator_id>/departure")
@requires(Permission.PEOPLE_MANAGE)
def depart(committee_id: UUID, mediator_id: UUID) -> Answered:
    """End a seat."""
    command = EndSeat(**door.said(), committee_id=committee_id, mediator_id=mediator_id)
    return press(command, f"/people/committees/{committee_id}")
