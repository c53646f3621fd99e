"""The door of a village desk: JSON always; who calls, from which laptop, saying what."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeAlias
from uuid import UUID

from flask import Blueprint, jsonify, request
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.kernel.errors import DomainError, Incomplete
from app.web.csrf import protect
from app.web.errors import SENTENCES, passing, status_of
from app.web.offline.admitting import device_named, refusal

P = ParamSpec("P")
Answer: TypeAlias = Response | tuple[Response, int] | tuple[Response, int, dict[str, str]]


def door_for(name: str) -> Blueprint:
    """Make a blueprint of the offline API: its errors are JSON."""
    page = Blueprint(name, __name__, url_prefix="/api/offline")
    protect.exempt(page)
    page.register_error_handler(DomainError, _say)
    for kind in (DBAPIError, OSError):
        page.register_error_handler(kind, lambda error: _say(passing(error)))
    page.register_error_handler(HTTPException, _say_http)
    return page


def signed_in(view: Callable[P, Answer]) -> Callable[P, Answer]:
    """Let in only who is signed in, on a laptop that was not stopped, with a fresh token."""
    view.__dict__["needs"] = Permission.CASE_READ
    view.__dict__["admits"] = refusal
    return view


def device_id() -> UUID:
    """Name the laptop that calls; Incomplete where it does not say."""
    named = device_named()
    if named is None:
        raise Incomplete("没有说明是哪一台电脑（X-Device）。请更新下乡工作台。")
    return named


def body() -> dict[str, Any]:
    """Read the JSON of a call; Incomplete where it is none."""
    try:
        said = request.get_json(silent=True)
    except RecursionError:
        said = None
    if not isinstance(said, dict):
        raise Incomplete("传来的内容读不懂，没有收下。请更新下乡工作台。")
    return said


def _say(error: DomainError) -> Answer:
    code = status_of(error)
    headers = {"Retry-After": "5"} if code == 503 else {}  # noqa: PLR2004 (HTTP status)
    return jsonify(error=type(error).__name__.lower(), sentence=str(error)), code, headers


def _say_http(error: HTTPException) -> Answer:
    code = error.code or 500
    return jsonify(error="http", sentence=SENTENCES.get(code, SENTENCES[500])), code
