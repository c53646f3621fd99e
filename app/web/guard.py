"""The guard before every page: each route names a permission, or says that it is public."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from flask import Flask, g

from app.access.permissions import Permission
from app.web.admission import let_in
from app.web.visitor import COOKIE

__all__ = ["COOKIE", "public", "register", "requires"]

View = TypeVar("View", bound=Callable[..., object])


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
    flask.before_request(let_in)
    flask.teardown_request(_close)


def _open() -> None:
    g.closing = ExitStack()


def _close(_error: BaseException | None) -> None:
    if "closing" in g:
        g.closing.close()
