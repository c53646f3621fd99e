"""/rota/duties/<id>: one duty, swapped, given to a stand-in, or taken back."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.rota.commands import RemoveDuty
from app.rota.deciding import objection_to
from app.rota.model import Duty
from app.web import door
from app.web.guard import requires
from app.web.rota import offering, sight
from app.web.steps import Answered, press, take
from forms.base import Form
from forms.rota import AbsenceForm, SwapForm
from forms.swap import OfferForm

page = Blueprint("rota_duties", __name__, url_prefix="/rota/duties/<uuid:duty_id>")
FORMS: dict[str, type[Form]] = {"swap": SwapForm, "offer": OfferForm, "absence": AbsenceForm}


@page.get("")
@requires(Permission.CASE_ASSIGN)
def show(duty_id: UUID) -> str:
    """Show a duty with what can be done about it."""
    return _shown(sight.duty(duty_id))


@page.post("/swaps")
@requires(Permission.CASE_ASSIGN)
def swap(duty_id: UUID) -> Answered:
    """Swap it with another."""
    return _take(duty_id, "swap")


@page.post("/swap-offers")
@requires(Permission.CASE_MEDIATE)
def ask(duty_id: UUID) -> Answered:
    """Ask the colleague of another whether they would swap."""
    return _take(duty_id, "offer")


@page.post("/absences")
@requires(Permission.CASE_ASSIGN)
def absent(duty_id: UUID) -> Answered:
    """Write down an absence."""
    return _take(duty_id, "absence")


@page.post("/removals")
@requires(Permission.CASE_ASSIGN)
def remove(duty_id: UUID) -> Answered:
    """Take it back."""
    there = sight.week_with(sight.duty(duty_id))
    return press(RemoveDuty(**door.said(), duty_id=duty_id), there, "已撤销这一班。")


def _take(duty_id: UUID, name: str) -> Answered:
    duty, said = sight.duty(duty_id), door.said() | {"duty_id": duty_id}
    form = _made(name, duty)
    there = "/rota/swaps" if name == "offer" else sight.week_with(duty)
    return take(form, lambda f: f.to_command(**said), lambda: _shown(duty, **{name: form}), there)


def _made(name: str, duty: Duty, **given: None) -> Form:
    form = FORMS[name](prefix=name, **given)
    field = form["stand_in_id" if name == "absence" else "other_id"]
    field.offer(offering.stand_ins(duty) if name == "absence" else offering.others(duty))
    return form


def _shown(duty: Duty, **forms: Form) -> str:
    blank = {name: _made(name, duty, formdata=None) for name in FORMS}
    objection = objection_to(door.reading(), duty)
    names, back = offering.names(duty, objection), sight.week_with(duty)
    shown = {"duty": duty, "names": names, "back": back, "objection": objection}
    return render_template("rota/duty.html", **shown | blank | forms)
