"""Who is let in: a live sign-in, an account that still counts, the permission the route names."""

from datetime import timedelta

from flask import current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from app.access.actor import actor_of
from app.access.permissions import Permission
from app.access.sessions import TOUCH_EVERY, SignIn, find_sign_in
from app.kernel.errors import NotAllowed
from app.people.users import User
from app.web import door

COOKIE = "sizhen_sign_in"
FREE_UNTIL_PASSWORD = frozenset({"account.password", "account.change_password", "sign_in.end"})


def let_in() -> Response | None:
    """Let a person in, or answer with the way to the sign-in; NotAllowed where the role lacks it."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.endpoint == "static":
        return None
    needs = getattr(view, "needs", Permission.USER_MANAGE)
    if needs is None:
        return None
    cookie = request.cookies.get(COOKIE, "")
    sign_in = find_sign_in(door.reading(), cookie) if cookie else None
    if sign_in is None or not _alive(sign_in):
        return redirect(url_for("sign_in.form", next=_here()))
    return _admit(sign_in, needs)


def _admit(sign_in: SignIn, needs: Permission) -> Response | None:
    try:
        g.actor = actor_of(door.reading(), sign_in.county_id, sign_in.user_id)
    except NotAllowed:
        return redirect(url_for("sign_in.form"))
    user = door.reading().get_one(User, (sign_in.county_id, sign_in.user_id))
    _touch(sign_in)
    if user.must_change_password and request.endpoint not in FREE_UNTIL_PASSWORD:
        return redirect(url_for("account.password"))
    g.actor.demand(needs)
    return None


def _alive(sign_in: SignIn) -> bool:
    config = door.config()
    return sign_in.is_alive(
        door.clock().now(),
        idle=timedelta(minutes=config.idle_minutes),
        whole=timedelta(hours=config.session_hours),
    )


def _touch(sign_in: SignIn) -> None:
    now = door.clock().now()
    if now - sign_in.seen_at < TOUCH_EVERY:
        return
    with door.database().write() as session:
        row = session.get(SignIn, (sign_in.county_id, sign_in.token_sha256))
        if row is not None:
            row.seen_at = now


def _here() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" else None
