"""/rota/swaps: what one asked of colleagues, and was asked; answered here."""

from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.people.names import mediator_names, names_of
from app.rota.swap_commands import AcceptSwap, WithdrawSwap
from app.rota.swapping import offers_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, press, take
from forms.swap import DeclineForm, ObjectForm

page = Blueprint("rota_swaps", __name__, url_prefix="/rota/swaps")
HERE = "/rota/swaps"


@page.get("")
@requires(Permission.CASE_MEDIATE)
def index() -> str:
    """List them."""
    return _shown()


@page.post("/<uuid:offer_id>/acceptance")
@requires(Permission.CASE_MEDIATE)
def accept(offer_id: UUID) -> Response:
    """Agree."""
    return press(AcceptSwap(**door.said(), offer_id=offer_id), HERE, "已换班，值班表改好了。")


@page.post("/<uuid:offer_id>/decline")
@requires(Permission.CASE_MEDIATE)
def decline(offer_id: UUID) -> Answered:
    """Do not agree."""
    form, said = DeclineForm(), door.said() | {"offer_id": offer_id}
    return take(form, lambda f: f.to_command(**said), _shown, HERE)


@page.post("/<uuid:offer_id>/objection")
@requires(Permission.CASE_MEDIATE)
def object_to(offer_id: UUID) -> Answered:
    """Say why a decided swap does not do."""
    form, said = ObjectForm(), door.said() | {"offer_id": offer_id}
    return take(form, lambda f: f.to_command(**said), _shown, HERE)


@page.post("/<uuid:offer_id>/withdrawal")
@requires(Permission.CASE_MEDIATE)
def withdraw(offer_id: UUID) -> Response:
    """Take it back."""
    return press(WithdrawSwap(**door.said(), offer_id=offer_id), HERE, "已撤回。")


def _shown() -> str:
    rows, actor = offers_of(door.reading(), door.actor()), door.actor()
    people = {who for row in rows for who in (row.asker_id, row.asked_id)}
    planners = {row.decided_by for row in rows}
    return render_template(
        "rota/swaps.html",
        rows=rows,
        names=mediator_names(door.reading(), actor.county_id, people),
        planners=names_of(door.reading(), actor.county_id, planners),
        form=DeclineForm(formdata=None),
        today=door.clock().today(),
    )
