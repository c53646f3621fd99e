"""The HTTP door: one folder a feature, one file a resource."""

from flask import Blueprint, Flask

from app.web import errors, guard, health

PAGES: tuple[Blueprint, ...] = (health.page,)


def register(flask: Flask) -> None:
    """Hang every page, the guard and the error answers on the application."""
    guard.register(flask)
    errors.register(flask)
    for page in PAGES:
        flask.register_blueprint(page)
