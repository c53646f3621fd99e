"""Who is calling: a bearer token with the right scope, within its calls a minute; JSON answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeAlias

from flask import Blueprint, g, jsonify, request
from sqlalchemy.exc import DBAPIError
from werkzeug.wrappers import Response

from app.access.tokens import ApiToken, count_call, find_token
from app.kernel.errors import DomainError
from app.web import door
from app.web.csrf import protect
from app.web.errors import passing, status_of
from app.web.guard import public

P = ParamSpec("P")
Answer: TypeAlias = Response | tuple[Response, int] | tuple[Response, int, dict[str, str]]
WHO = "请在 Authorization 头里带上令牌：Bearer 令牌。令牌由管理员发放。"
NOT_FOR_THIS = "这个令牌不能做这件事，请向管理员申请相应权限的令牌。"
TOO_FAST = "调用太快，请稍候再试。"


def door_for(name: str) -> Blueprint:
    """Make a blueprint of the API: no cookies, so no forged posts; errors are JSON."""
    page = Blueprint(name, __name__, url_prefix="/api/v1")
    protect.exempt(page)
    page.register_error_handler(DomainError, _say)
    for kind in (DBAPIError, OSError):
        page.register_error_handler(kind, lambda error: _say(passing(error)))
    return page


def bearer(scope: str) -> Callable[[Callable[P, Answer]], Callable[P, Answer]]:
    """Let in only who shows a token that may do this ("may_register", "may_read")."""

    def guard(view: Callable[P, Answer]) -> Callable[P, Answer]:
        @public
        @wraps(view)
        def run(*args: P.args, **given: P.kwargs) -> Answer:
            refusal = _let_in(scope)
            return view(*args, **given) if refusal is None else refusal

        return run

    return guard


def wrong(code: int, message: str, **headers: str) -> Answer:
    """Answer that something was not done, and why."""
    body: dict[str, Any] = {"errors": [{"path": "$", "message": message}]}
    return jsonify(body), code, headers


def _let_in(scope: str) -> Answer | None:
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    with door.database().write() as session:
        token = find_token(session, shown.strip()) if kind.lower() == "bearer" else None
        if token is None:
            return wrong(401, WHO, **{"WWW-Authenticate": "Bearer"})
        wait = count_call(token, door.clock().now())
        if wait:
            return wrong(429, TOO_FAST, **{"Retry-After": str(wait)})
        g.token = token
    return None if getattr(token, scope) else wrong(403, NOT_FOR_THIS)


def caller() -> ApiToken:
    """Name the program that is calling."""
    token: ApiToken = g.token
    return token


def _say(error: DomainError) -> Answer:
    return wrong(status_of(error), str(error))
