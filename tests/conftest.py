"""What every test may ask for: a database with the small world in it, the bus, a browser's client."""

import shutil
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

import app.tables  # noqa: F401 (fills the metadata)
from app.authority import authorize
from app.factory import create_app
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import frozen
from app.kernel.crypto import KeyRing
from app.kernel.db import Database, Model
from app.kernel.sqlite import WRITE
from app.reactions import REACTIONS
from app.web.guard import COOKIE
from config import Config
from tests.world import NOW, World, build, sign_in

RING = KeyRing.new()


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """An encrypted SQLite file with every table and the small world, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "world.db"
    database = Database.open(f"sqlite:///{path}", RING)
    with database.engine.connect().execution_options(**{WRITE: True}) as connection:
        with connection.begin():
            Model.metadata.create_all(connection)
    with database.write() as session:
        world = build(session)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.dispose()
    return path, world


@pytest.fixture
def database(template, tmp_path) -> Iterator[Database]:
    path = tmp_path / "sizhen.db"
    shutil.copy(template[0], path)
    database = Database.open(f"sqlite:///{path}", RING)
    yield database
    database.dispose()


@pytest.fixture
def world(template) -> World:
    return template[1]


@pytest.fixture
def clock():
    return frozen(NOW)


@pytest.fixture
def bus(database, clock) -> Bus:
    return Bus(database, HANDLERS, REACTIONS, authorize, clock)


@pytest.fixture
def flask(database, clock, tmp_path) -> Flask:
    flask = create_app(Config(home=tmp_path), clock=clock, database=database)
    flask.config |= {"WTF_CSRF_ENABLED": False, "TESTING": True}
    return flask


@pytest.fixture
def as_user(flask, database, world):
    """Give a client of a named person: `as_user("才让卓玛").get("/today")`."""

    def client_of(name: str) -> FlaskClient:
        with database.write() as session:
            cookie = sign_in(session, world, name)
        client = flask.test_client()
        client.set_cookie(COOKIE, cookie)
        return client

    return client_of
