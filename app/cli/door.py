"""What every command line needs: the settings, the database, the bus, and two ways to speak."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, cast

import click
from flask import current_app
from flask.cli import with_appcontext

from app.access.passwords import Passwords
from app.cli.failing import why
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing, KeysMissing
from app.kernel.db import Database
from app.kernel.errors import DomainError, NotNow
from config import Config

NOT_DONE = 2
PASSED = (click.ClickException, click.exceptions.Exit, click.Abort)
P = ParamSpec("P")


def config() -> Config:
    """Find the settings."""
    return cast("Config", current_app.extensions["sizhen.config"])


def clock() -> Clock:
    """Find the clock."""
    return cast("Clock", current_app.extensions["sizhen.clock"])


def database() -> Database:
    """Find the database; NotNow before set-up, KeysMissing where its keys cannot be read."""
    found = cast("Database | None", current_app.extensions["sizhen.database"])
    if found is None and config().keys.exists():
        KeyRing.load(config().keys)  # says what is wrong with the file
    if found is None:
        raise NotNow("这台机器还没有安装好。请先运行：flask --app wsgi setup")
    return found


def bus(on: Database | None = None, by: Clock | None = None) -> Bus:
    """Make the bus, on this installation's database and clock unless others are given."""
    make = cast("Callable[[Database, Clock], Bus]", current_app.extensions["sizhen.bus_on"])
    return make(on or database(), by or clock())


def passwords() -> Passwords:
    """Find the maker of password hashes."""
    return cast("Passwords", current_app.extensions["sizhen.passwords"])


def answer(said: object) -> None:
    """Say one line of JSON to the program that asked, on standard output."""
    click.echo(json.dumps(said, ensure_ascii=False, default=str))


def tell(sentence: str) -> None:
    """Say something to a person, on standard error."""
    click.echo(sentence, err=True)


def answering(function: Callable[P, None]) -> Callable[P, None]:
    """Run inside the application; a refusal or a failure is said to the person and ends with 2.

    Python's own end of a failed command is 1, and 1 means that the work was done.
    """

    @wraps(function)
    def run(*args: P.args, **given: P.kwargs) -> None:
        try:
            function(*args, **given)
        except (DomainError, KeysMissing) as error:
            tell(str(error))
            sys.exit(NOT_DONE)
        except PASSED:
            raise
        except Exception as error:
            tell(why(error))
            raise SystemExit(NOT_DONE) from error

    return with_appcontext(run)
