"""/account/messages: whether and where one wants the digest; /deliveries: what left."""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.inbox.outgoing.commands import DropAddress
from app.inbox.outgoing.gateways import gateways
from app.inbox.outgoing.model import MessageAddress
from app.inbox.outgoing.reading import deliveries
from app.web import account, door
from app.web.guard import requires
from app.web.steps import Answered, press, take
from forms.message_address import AddressForm

page = Blueprint("messages", __name__)
PAGES = (account.page, page)
HERE = "/account/messages"


@page.get(HERE)
@requires(Permission.SELF)
def show() -> str:
    """Show what is set."""
    return _shown(AddressForm(formdata=None))


@page.post(HERE)
@requires(Permission.SELF)
def create() -> Answered:
    """Set it."""
    form = AddressForm()
    return take(form, lambda f: f.to_command(**door.said()), lambda: _shown(form), HERE)


@page.post(f"{HERE}/removals")
@requires(Permission.SELF)
def drop() -> Response:
    """Drop it."""
    return press(DropAddress(**door.said()), HERE, "已停止，不再给您发送。")


@page.get("/deliveries")
@requires(Permission.USER_MANAGE)
def index() -> str:
    """List what left, and what did not."""
    rows = deliveries(door.reading(), door.actor().county_id)
    return render_template("messages/deliveries.html", rows=rows, ways=_ways())


def _ways() -> list[str]:
    return sorted(gateways(door.config().home))


def _shown(form: AddressForm) -> str:
    actor = door.actor()
    row = door.reading().get(MessageAddress, (actor.county_id, actor.user_id))
    return render_template("messages/address.html", form=form, row=row, ways=_ways())
