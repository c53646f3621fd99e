"""Who is let in: a live sign-in, an account that still counts, the permission the route names."""

from typing import Any

from flask import current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from app.access.actor import in_post
from app.access.permissions import Permission
from app.kernel.errors import Busy, NotAllowed
from app.web.kept import give_back, typed
from app.web.visitor import must_change_password, present_sign_in, touch

FREE_UNTIL_PASSWORD = frozenset({"account.password", "account.change_password", "sign_in.end"})
NOT_SET_UP = (
    "这台机器还没有安装好，或者密钥文件读不出来。"
    "请管理员运行：flask --app wsgi doctor，照它说的办好，再重新启动网站。"
)


SIGNED_OUT = (
    "登录已经过期，所以这一步没有保存。请不要关闭本页：先在新的标签页里重新登录，"
    "再回到这里，核对后重新提交。"
)
Refusal = Response | tuple[str, int]


def let_in() -> Refusal | None:
    """Let a person in, or answer with the way to the sign-in; NotAllowed where the role lacks it."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.endpoint == "static":
        return None
    if current_app.extensions["sizhen.database"] is None:
        raise Busy(NOT_SET_UP)
    needs = getattr(view, "needs", Permission.USER_MANAGE)
    if needs is None:
        return None
    if (admits := getattr(view, "admits", None)) is not None:
        own: Refusal | None = admits()  # a door for programs: it refuses in its own words
        return own
    present = present_sign_in()
    if present is None:
        return _ask_to_sign_in()
    return _admit(present, needs)


def _ask_to_sign_in() -> Refusal:
    if request.method != "GET" and typed():
        return give_back(SIGNED_OUT, 401)
    return redirect(url_for("sign_in.form", next=_here()))


def _admit(present: Any, needs: Permission) -> Refusal | None:  # noqa: ANN401 (a row)
    try:
        g.actor = in_post(present.county_id, present.user_id, present)
    except NotAllowed:
        return _ask_to_sign_in()
    touch(present)
    if must_change_password(present) and request.endpoint not in FREE_UNTIL_PASSWORD:
        return redirect(url_for("account.password"))
    g.actor.demand(needs)
    return None


def _here() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" else None
