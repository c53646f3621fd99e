"""/rota/turns and /rota/visits: put days into the timetable."""

from flask import Blueprint

from app.access.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.rota import sight, week
from app.web.steps import Answered, take
from forms.rota import TurnsForm, VisitForm

page = Blueprint("rota_planning", __name__, url_prefix="/rota")


@page.post("/turns")
@requires(Permission.CASE_ASSIGN)
def take_turns() -> Answered:
    """Let people take turns."""
    of, form = sight.committee(), TurnsForm(prefix="turns")
    form.mediator_ids.offer(sight.seated(of, door.clock().today()))
    there = f"/rota?committee={of.id}&week={form.first.data or ''}"
    said = door.said() | {"committee_id": of.id}
    return take(form, lambda f: f.to_command(**said), lambda: week.shown(turns=form), there)


@page.post("/visits")
@requires(Permission.CASE_ASSIGN)
def visit() -> Answered:
    """Send people to a village."""
    of, form = sight.committee(), VisitForm(prefix="visit")
    form.mediator_ids.offer(sight.seated(of, door.clock().today()))
    form.village_code.offer(sight.villages(of))
    there = f"/rota?committee={of.id}&week={form.day.data or ''}"
    said = door.said() | {"committee_id": of.id}
    return take(form, lambda f: f.to_command(**said), lambda: week.shown(visit=form), there)
