"""The guard before every page: each route names a permission, or says that it is public."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from typing import TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from app.access.actor import actor_of
from app.access.permissions import Permission
from app.access.sessions import TOUCH_EVERY, SignIn, find_sign_in
from app.kernel.errors import NotAllowed
from app.people.users import User
from app.web import door

View = TypeVar("View", bound=Callable[..., object])
COOKIE = "sizhen_sign_in"
FREE_UNTIL_PASSWORD = frozenset({"account.password", "account.change_password", "sign_in.end"})


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare what a view needs."""

    def mark(view: View) -> View:
        view.__dict__["needs"] = permission
        return view

    return mark


def public(view: View) -> View:
    """Declare that a view is open to everybody."""
    view.__dict__["needs"] = None
    return view


def register(flask: Flask) -> None:
    """Set the guard before every request."""
    flask.before_request(_open)
    flask.before_request(_let_in)
    flask.teardown_request(_close)


def _open() -> None:
    g.closing = ExitStack()


def _close(_error: BaseException | None) -> None:
    if "closing" in g:
        g.closing.close()


def _let_in() -> Response | None:
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
