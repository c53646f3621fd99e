"""Who stands at the door: the cookie, the sign-in behind it, and whether it still counts.

Over TLS the cookie's name carries `__Host-`: no other site of the same domain can set it.
"""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from flask import request
from werkzeug.wrappers import Response as Page

from app.access.sessions import TOUCH_EVERY, SignIn, find_sign_in, hash_of, is_alive
from app.kernel.errors import Busy
from app.web import door
from app.web.headers import cookie_flags

COOKIE = "sizhen_sign_in"


def cookie_name() -> str:
    """Name the cookie for this connection."""
    return f"__Host-{COOKIE}" if request.is_secure else COOKIE


def hand_out(answer: Page, cookie: str) -> Page:
    """Give the browser its cookie; it goes when the browser closes, at the latest."""
    answer.set_cookie(cookie_name(), cookie, **cookie_flags())  # type: ignore[arg-type]  # (flags of several types)
    return answer


def take_back(answer: Page) -> Page:
    """Take the cookie away."""
    answer.delete_cookie(cookie_name(), **cookie_flags())  # type: ignore[arg-type]  # (flags of several types)
    return answer


def token_hash() -> bytes:
    """Hash the token of this request's cookie, as sign-ins are found by."""
    return hash_of(request.cookies.get(cookie_name(), "").partition(".")[2])


def present_sign_in() -> Any:  # noqa: ANN401 (a row or None)
    """Find the sign-in this request comes from and whose it is, if it still counts."""
    cookie = request.cookies.get(cookie_name(), "")
    found = find_sign_in(door.reading(), cookie) if cookie else None
    if found is not None and is_alive(found, door.clock().now(), **door.config().lifetimes):
        return found
    return None


def touch(sign_in: Any) -> None:  # noqa: ANN401 (a row)
    """Note that somebody is there, once a minute; a page is not refused because a write must wait."""
    now = door.clock().now()
    if now - sign_in.seen_at < TOUCH_EVERY:
        return
    with suppress(Busy), door.database().write() as session:
        row = session.get(SignIn, (sign_in.county_id, sign_in.token_sha256))
        if row is not None:
            row.seen_at = now


def must_change_password(present: Any) -> bool:  # noqa: ANN401 (a row)
    """Say whether this person has to choose a new password first."""
    days = door.config().password_days
    since = present.password_changed_at
    is_old = bool(days and since and door.clock().now() - since > timedelta(days=days))
    return present.must_change_password or is_old
