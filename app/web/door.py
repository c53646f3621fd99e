"""What every page needs from the application: the bus, the database, the clock, the person."""

from typing import Any, cast
from uuid import UUID

from flask import current_app, g
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound as NoPage

from app.access.actor import Actor
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.commands import Answer, Command
from app.kernel.db import Database
from config import Config


def bus() -> Bus:
    """Find the bus of this application."""
    return cast("Bus", current_app.extensions["sizhen.bus"])


def database() -> Database:
    """Find the database of this application."""
    return cast("Database", current_app.extensions["sizhen.database"])


def clock() -> Clock:
    """Find the clock of this application."""
    return cast("Clock", current_app.extensions["sizhen.clock"])


def config() -> Config:
    """Find the settings of this application."""
    return cast("Config", current_app.extensions["sizhen.config"])


def demand_desk() -> None:
    """Answer 404 where the village desk is switched off."""
    if config().desk == "off":
        raise NoPage


def actor() -> Actor:
    """Name the signed-in person; the guard has already let them in."""
    return cast("Actor", g.actor)


def said() -> dict[str, Any]:
    """Give what every command opens with: the county, the person, today."""
    person = actor()
    return {"county_id": person.county_id, "actor_id": person.user_id, "on": clock().today()}


def reading() -> Session:
    """Give the request's one read session; it is closed when the request ends."""
    if "reading" not in g:
        g.reading = g.closing.enter_context(database().read())
    return cast("Session", g.reading)


def execute(command: Command, *, key: UUID | None = None) -> Answer:
    """Carry a command; a read session opened before sees its effect afterwards."""
    if "reading" in g:
        g.reading.rollback()  # its connection, whose cache is warm, carries the command
    return bus().execute(command, key=key)
