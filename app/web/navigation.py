"""The main menu: what this person may open."""

from flask import Flask, g, request

from app.access.actor import Actor
from app.web.door import config
from app.web.menu import ITEMS, MENU, VILLAGE, Item


def register(flask: Flask) -> None:
    """Give every template the person and their menu."""
    flask.context_processor(_shell)


def menu_of(actor: Actor) -> list[tuple[str, list[Item]]]:
    """List the lines this person may open, of those that are switched on, by heading."""
    away = VILLAGE if config().desk == "off" else frozenset()
    listed = (
        (head, [item for item in items if item.path not in away and actor.may(item.needs)])
        for head, items in MENU
    )
    return [(head, items) for head, items in listed if items]


def line_of(path: str) -> str:
    """Name the line a page belongs to: the longest path that fits; empty where none does."""
    fitting = [item.path for item in ITEMS if f"{path}/".startswith(f"{item.path}/")]
    return max(fitting, key=len, default="")


def _shell() -> dict[str, object]:
    actor = g.get("actor")
    nav = menu_of(actor) if actor else []
    return {"actor": actor, "nav": nav, "line": line_of(request.path)}
