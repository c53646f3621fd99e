"""/account: one's own sign-ins and password."""

import re

from flask import Blueprint, flash, redirect, render_template
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.access.commands import EndOtherSignIns, EndSignIn
from app.access.own_password import NewPassword, change_own_password
from app.access.permissions import Permission
from app.access.sessions import SignIn, is_alive
from app.kernel.errors import DomainError
from app.web import door
from app.web.forms import refused
from app.web.gate import address, gate
from app.web.guard import requires
from app.web.visitor import token_hash
from forms.sign_in import PasswordForm

page = Blueprint("account", __name__)
HEX = re.compile("[0-9a-f]{64}")


@page.get("/account")
@requires(Permission.SELF)
def show() -> str:
    """Show where one is signed in."""
    actor = door.actor()
    own = select(SignIn).where(
        SignIn.county_id == actor.county_id,
        SignIn.user_id == actor.user_id,
        SignIn.ended_at.is_(None),
    )
    found = door.reading().scalars(own.order_by(SignIn.seen_at.desc())).all()
    now, lifetimes = door.clock().now(), door.config().lifetimes
    alive = [one for one in found if is_alive(one, now, **lifetimes)]
    return render_template("account/account.html", sign_ins=alive, here=token_hash())


@page.get("/account/password")
@requires(Permission.SELF)
def password() -> str:
    """Show the form for a new password."""
    return render_template("account/password.html", form=PasswordForm())


@page.post("/account/password")
@requires(Permission.SELF)
def change_password() -> Response | tuple[str, int]:
    """Change one's own password."""
    form, code = PasswordForm(), 422
    if form.validate():
        said = NewPassword(*form.typed(), address(), token_hash())
        try:
            change_own_password(gate(), door.actor(), said)
        except DomainError as error:
            code = refused(form, error)
        else:
            flash("密码改好了。您在其他地方的登录都已退出。")
            return redirect("/account", 303)
    return render_template("account/password.html", form=form), code


@page.post("/account/sign-ins/others/end")
@requires(Permission.SELF)
def end_others() -> Response:
    """End every other sign-in of one's own."""
    door.execute(EndOtherSignIns(**door.said(), kept=token_hash()))
    flash("其他地方的登录都已退出。")
    return redirect("/account", 303)


@page.post("/account/sign-ins/<token>/end")
@requires(Permission.SELF)
def end_one(token: str) -> Response:
    """End one other sign-in of one's own; `token` is the hash in hex, which opens nothing."""
    digest = bytes.fromhex(token) if HEX.fullmatch(token) else b""
    door.execute(EndSignIn(**door.said(), token_sha256=digest))
    return redirect("/account", 303)
