"""/people/committees/…: set up, corrected, dissolved."""

from uuid import UUID

from flask import Blueprint

from app.access.permissions import Permission
from app.people.commands import DissolveCommittee
from app.people.reading import find_committee
from app.web import door
from app.web.guard import requires
from app.web.people import choices
from app.web.people.edit import Answered, edit
from app.web.steps import press
from forms.committee import CommitteeForm

page = Blueprint("committee_changes", __name__, url_prefix="/people/committees")
HINTS = {
    "short_name": "写进卷号，如“共恰”：（2026）共恰人调字第1号。全县不能重复。",
    "main_ethnicity": "用来提示是否有人数较少民族的成员（人民调解法第8条）；不填则看成员是否只有一个民族。",
    "term_until": "每届任期三年（人民调解法第9条）；届满前 60 天会提醒。",
}


@page.get("/new")
@requires(Permission.PEOPLE_MANAGE)
def new() -> Answered:
    """Show the form for a new committee."""
    return edit(_form(CommitteeForm()), "设立调委会", "/people/committees", HINTS)


@page.post("")
@requires(Permission.PEOPLE_MANAGE)
def make() -> Answered:
    """Put a committee on the list."""
    form = _form(CommitteeForm())
    return edit(form, "设立调委会", "/people/committees", HINTS, say=form.to_command)


@page.get("/<uuid:committee_id>/particulars")
@requires(Permission.PEOPLE_MANAGE)
def particulars(committee_id: UUID) -> Answered:
    """Show the form with what is known."""
    row = find_committee(door.reading(), door.actor().county_id, committee_id)
    form = _form(CommitteeForm(obj=row, seen_version=row.version))
    return edit(form, row.name, f"/people/committees/{row.id}", HINTS)


@page.post("/<uuid:committee_id>/particulars")
@requires(Permission.PEOPLE_MANAGE)
def revise(committee_id: UUID) -> Answered:
    """Correct a committee."""
    find_committee(door.reading(), door.actor().county_id, committee_id)
    form, there = _form(CommitteeForm()), f"/people/committees/{committee_id}"
    say = form.to_revision
    return edit(form, "更改调委会", there, HINTS, say=say, committee_id=committee_id)


@page.post("/<uuid:committee_id>/dissolution")
@requires(Permission.PEOPLE_MANAGE)
def dissolve(committee_id: UUID) -> Answered:
    """Close a committee for new cases."""
    return press(DissolveCommittee(**door.said(), committee_id=committee_id), "/people/committees")


def _form(form: CommitteeForm) -> CommitteeForm:
    form.area_code.offer(choices.areas("county", "township", "village"))
    return form
