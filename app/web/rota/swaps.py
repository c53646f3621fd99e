"""/rota/swaps: what one asked of colleagues, and was asked; answered here."""

from uuid import UUID

from flask import Blueprint
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.kernel.errors import NotFound
from app.rota.swap_commands import AcceptSwap, WithdrawSwap
from app.rota.swapping import offers_of
from app.web import door
from app.web.guard import requires
from app.web.rota.answers import AnswerForm, shown
from app.web.steps import Answered, press, take
from forms.swap import DeclineForm, ObjectForm

page = Blueprint("rota_swaps", __name__, url_prefix="/rota/swaps")
HERE = "/rota/swaps"


@page.get("")
@requires(Permission.CASE_MEDIATE)
def index() -> str:
    """List them."""
    return shown()


@page.post("/<uuid:offer_id>/acceptance")
@requires(Permission.CASE_MEDIATE)
def accept(offer_id: UUID) -> Response:
    """Agree."""
    return press(AcceptSwap(**door.said(), offer_id=offer_id), HERE, "已换班，值班表改好了。")


@page.post("/<uuid:offer_id>/decline")
@requires(Permission.CASE_MEDIATE)
def decline(offer_id: UUID) -> Answered:
    """Do not agree."""
    return _answer(offer_id, DeclineForm())


@page.post("/<uuid:offer_id>/objection")
@requires(Permission.CASE_MEDIATE)
def object_to(offer_id: UUID) -> Answered:
    """Say why a decided swap does not do."""
    return _answer(offer_id, ObjectForm())


@page.post("/<uuid:offer_id>/withdrawal")
@requires(Permission.CASE_MEDIATE)
def withdraw(offer_id: UUID) -> Response:
    """Take it back."""
    return press(WithdrawSwap(**door.said(), offer_id=offer_id), HERE, "已撤回。")


def _answer(offer_id: UUID, form: AnswerForm) -> Answered:
    if offer_id not in {row.id for row in offers_of(door.reading(), door.actor())}:
        raise NotFound("没有找到这次换班。请从“换班”页重新进入。")
    said = door.said() | {"offer_id": offer_id}
    again = lambda: shown((offer_id, form))  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**said), again, HERE)
