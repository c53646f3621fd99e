"""/rota: who sits at the desk and who goes to the villages, a week at a time."""

from datetime import timedelta

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.rota.reading import WEEK, week_of
from app.rota.sight import may_plan
from app.web import door
from app.web.guard import requires
from app.web.people import choices
from app.web.rota import sight
from forms.rota import TurnsForm, VisitForm

page = Blueprint("rota", __name__, url_prefix="/rota")


@page.get("")
@requires(Permission.PEOPLE_READ)
def show() -> str:
    """Show a week."""
    return shown()


def shown(**forms: TurnsForm | VisitForm) -> str:
    """Show a week, with what was typed where it was not taken."""
    of, monday = sight.committee(), sight.monday()
    given = {
        "turns": TurnsForm(prefix="turns", formdata=None),
        "visit": VisitForm(prefix="visit", formdata=None),
    } | forms
    for form in given.values():
        form.mediator_ids.offer(sight.seated(of, door.clock().today()))
    given["visit"].village_code.offer(sight.villages(of))
    return render_template(
        "rota/week.html",
        committee=of,
        committees=choices.committees(),
        days=week_of(door.reading(), of.county_id, of.id, monday),
        before=monday - timedelta(days=WEEK),
        after=monday + timedelta(days=WEEK),
        today=door.clock().today(),
        may_plan=may_plan(door.actor(), of),
        **given,
    )
