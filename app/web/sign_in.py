"""/sign-in and /sign-out."""

from flask import Blueprint, redirect, render_template, request, session
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.access.commands import EndSignIn
from app.access.permissions import Permission
from app.access.sign_in import WrongPassword
from app.access.throttle import TryLater
from app.places.model import County
from app.web import door
from app.web.forms import refused
from app.web.gate import address, gate, local
from app.web.guard import public, requires
from app.web.visitor import hand_out, present_sign_in, take_back, token_hash
from forms.sign_in import SignInForm

page = Blueprint("sign_in", __name__)
TOO_MANY = 429


@page.get("/sign-in")
@public
def form() -> str:
    """Show the form."""
    return _shown(SignInForm(next=request.args.get("next", "")))


@page.post("/sign-in")
@public
def begin() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Let a person in, or say that it was not right."""
    form = SignInForm()
    if not form.validate():
        return _shown(form), 422
    try:
        cookie = gate().open(form.to_attempt(address()))
    except TryLater as error:
        refused(form, error)
        return _shown(form), TOO_MANY, {"Retry-After": str(error.wait)}
    except WrongPassword as error:
        code = refused(form, error)
        return _shown(form), code
    _leave()
    return hand_out(redirect(local(form.next.data), 303), cookie)


@page.post("/sign-out")
@requires(Permission.SELF)
def end() -> Response:
    """End this sign-in."""
    _leave()
    return take_back(redirect("/sign-in", 303))


def _shown(form: SignInForm) -> str:
    counties = door.reading().scalars(select(County).order_by(County.county_id)).all()
    return render_template("account/sign_in.html", form=form, counties=counties)


def _leave() -> None:
    present = present_sign_in()
    if present is not None:
        end = EndSignIn(
            county_id=present.county_id,
            actor_id=present.user_id,
            on=door.clock().today(),
            token_sha256=token_hash(),
        )
        door.execute(end)
        session.clear()  # else pages left open by a sign-in that ended go on after the next one
