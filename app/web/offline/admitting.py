"""Who may call from a village desk: the ordinary sign-in, refused in JSON, never with a redirect."""

from typing import Any
from uuid import UUID

from flask import current_app, g, jsonify, request
from flask_wtf.csrf import validate_csrf
from werkzeug.wrappers import Response
from wtforms.validators import ValidationError

from app.access.actor import in_post
from app.access.permissions import Permission
from app.kernel.errors import NotAllowed
from app.sync.devices import find_device
from app.web import door
from app.web.visitor import must_change_password, present_sign_in, touch

SENTENCE = {
    "auth": "请先登录，再传下乡记录。没有传出去的都还在这台电脑上。",
    "revoked": "这台电脑已被中心停用，请把它交回县中心。",
    "forbidden": "您的岗位不能用下乡工作台，请联系本单位负责人。",
    "password": "请先在网页上设好新密码，再传下乡记录。",
    "csrf": "这一页打开得太久，请重新取一次令牌再传。",
}


def device_named() -> UUID | None:
    """Name the laptop that calls, if it says so."""
    try:
        return UUID(request.headers.get("X-Device", ""))
    except ValueError:
        return None


def _wrong(error: str, code: int) -> tuple[Response, int]:
    return jsonify(error=error, sentence=SENTENCE[error]), code


def refusal() -> tuple[Response, int] | None:
    """Answer why a call is not let in; None where it is; 404 where the desk is off."""
    door.demand_desk()
    present = present_sign_in()
    if present is None:
        return _wrong("auth", 401)
    try:
        g.actor = in_post(present.county_id, present.user_id, present)
    except NotAllowed:
        return _wrong("auth", 401)
    touch(present)
    reason = _reason(present)
    if reason is not None:
        return _wrong(reason, 403)
    return None if request.method == "GET" or _is_ours() else _wrong("csrf", 419)


def _reason(present: Any) -> str | None:  # noqa: ANN401 (a row)
    """Say why somebody who is signed in may not go on."""
    if _is_stopped():
        return "revoked"
    if must_change_password(present):
        return "password"
    return None if g.actor.may(Permission.CASE_READ) else "forbidden"


def _is_stopped() -> bool:
    named = device_named()
    device = find_device(door.reading(), door.actor().county_id, named) if named else None
    return device is not None and device.stopped_at is not None


def _is_ours() -> bool:
    if not current_app.config.get("WTF_CSRF_ENABLED", True):
        return True
    try:
        validate_csrf(request.headers.get("X-CSRFToken"))
    except ValidationError:
        return False
    return True
