"""/rota/duties/<id>: one duty, swapped, given to a stand-in, or taken back."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.people.reading import find_mediator
from app.rota.commands import RemoveDuty
from app.rota.model import Duty
from app.web import door
from app.web.guard import requires
from app.web.people.edit import press
from app.web.rota import sight
from app.web.steps import Answered, take
from forms.rota import AbsenceForm, SwapForm

page = Blueprint("rota_duties", __name__, url_prefix="/rota/duties/<uuid:duty_id>")


@page.get("")
@requires(Permission.CASE_ASSIGN)
def show(duty_id: UUID) -> str:
    """Show a duty with what can be done about it."""
    return _shown(sight.duty(duty_id))


@page.post("/swaps")
@requires(Permission.CASE_ASSIGN)
def swap(duty_id: UUID) -> Answered:
    """Swap it with another."""
    duty, form = sight.duty(duty_id), SwapForm(prefix="swap")
    form.other_id.offer(sight.others(duty))
    said = door.said() | {"duty_id": duty_id}
    return take(
        form, lambda f: f.to_command(**said), lambda: _shown(duty, swap=form), sight.week_with(duty)
    )


@page.post("/absences")
@requires(Permission.CASE_ASSIGN)
def absent(duty_id: UUID) -> Answered:
    """Write down an absence."""
    duty, form = sight.duty(duty_id), AbsenceForm(prefix="absence")
    form.stand_in_id.offer(sight.stand_ins(duty))
    said = door.said() | {"duty_id": duty_id}
    again = sight.week_with(duty)
    return take(form, lambda f: f.to_command(**said), lambda: _shown(duty, absence=form), again)


@page.post("/removals")
@requires(Permission.CASE_ASSIGN)
def remove(duty_id: UUID) -> Answered:
    """Take it back."""
    there = sight.week_with(sight.duty(duty_id))
    return press(RemoveDuty(**door.said(), duty_id=duty_id), there, "已撤销这一班。")


def _shown(duty: Duty, **forms: SwapForm | AbsenceForm) -> str:
    swap = SwapForm(prefix="swap", formdata=None)
    swap.other_id.offer(sight.others(duty))
    absence = AbsenceForm(prefix="absence", formdata=None)
    absence.stand_in_id.offer(sight.stand_ins(duty))
    who = find_mediator(door.reading(), duty.county_id, duty.mediator_id)
    given = {"swap": swap, "absence": absence} | forms
    return render_template(
        "rota/duty.html", duty=duty, who=who, back=sight.week_with(duty), **given
    )
