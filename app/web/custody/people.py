"""/custody/people/<id>: what somebody has yet to bring home before they change post or leave."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.sync.releasing import find_person, owed_by, was_forced
from app.sync.sides import title_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, take
from forms.custody import ForceReleaseForm

page = Blueprint("custody_people", __name__, url_prefix="/custody/people/<uuid:user_id>")


@page.get("")
@requires(Permission.SELF)
def show(user_id: UUID) -> str:
    """Show it."""
    return _shown(user_id, ForceReleaseForm())


@page.post("/release")
@requires(Permission.CASE_SUPERVISE)
def force(user_id: UUID) -> Answered:
    """Let somebody go before the laptop came home, with a reason."""
    form, who = ForceReleaseForm(), door.said() | {"user_id": user_id}
    there = f"/custody/people/{user_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(user_id, form), there)


def _shown(user_id: UUID, form: ForceReleaseForm) -> str:
    session = door.reading()
    user = find_person(session, door.actor(), user_id)
    forced = was_forced(session, user, door.clock().now())
    told = {"user": user, "owed": owed_by(session, user), "forced": forced, "form": form}
    return render_template("custody/person.html", **told, title_of=title_of)
