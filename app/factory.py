"""The application factory: the one place where everything meets."""

import gc
from datetime import timedelta

from flask import Flask

from app import cli, web
from app.access.passwords import Passwords
from app.authority import authorize
from app.handlers import HANDLERS
from app.kernel.backups.placing import finish
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing, KeysMissing
from app.kernel.db import Database
from app.kernel.logs import start_logs
from app.reactions import REACTIONS
from app.web.drawing import Drawing
from config import Config


def create_app(
    config: Config, *, clock: Clock | None = None, database: Database | None = None
) -> Flask:
    """Build one application from one frozen configuration.

    Without a key file there is no installation yet: only `setup`, `doctor` and the commands that
    need no database work, and every page says how to set it up.
    """
    flask = Flask(__name__, template_folder="templates", static_folder="static")
    flask.jinja_environment = Drawing  # before anything that gives templates a word
    furnish(flask, config, clock or Clock(), database or open_database(config))
    web.register(flask)
    cli.register(flask)
    return flask


def settle() -> None:
    """Keep what start-up made out of every later rubbish collection: it stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def furnish(flask: Flask, config: Config, clock: Clock, database: Database | None) -> None:
    """Give an application the things of one installation; its pages are the same everywhere."""
    flask.extensions["sizhen.config"] = config
    flask.extensions["sizhen.clock"] = clock
    flask.extensions["sizhen.database"] = database
    flask.extensions["sizhen.bus_on"] = bus_on  # for set-up and the demo: other database, other day
    if database is not None:
        flask.extensions["sizhen.bus"] = bus_on(database, clock)
        flask.secret_key = database.ring.cookie_key
    flask.extensions["sizhen.passwords"] = Passwords.of(config)
    flask.permanent_session_lifetime = timedelta(hours=config.session_hours)
    start_logs(config.home / "logs" if database is not None else None)


def bus_on(database: Database, clock: Clock) -> Bus:
    """Make the bus of a database and a clock."""
    return Bus(database, HANDLERS, REACTIONS, authorize, clock)


def open_database(config: Config) -> Database | None:
    """Open the installation's database; None where there are no keys, or none that can be read."""
    try:
        database = Database.open(config.address, KeyRing.load(config.keys))
    except KeysMissing:
        return None
    finish(config.home, database, config.address)
    return database
