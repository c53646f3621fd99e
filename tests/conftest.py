"""What every test may ask for: a database with the small world in it, the bus, a browser's client."""

import os
from collections.abc import Iterator
from zlib import crc32

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.access.roles import Role
from app.authority import authorize
from app.factory import create_app, furnish
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import frozen
from app.kernel.db import Database, Model
from app.kernel.ids import new_id
from app.people.users import User
from app.reactions import REACTIONS
from app.web.visitor import COOKIE
from config import Config
from tests.chromium import DESK, complaints_of, launched, served
from tests.databases import ENGINES, PostgresShelf, SqliteShelf
from tests.postgres import Postgres
from tests.reader import Visitor
from tests.tracer import watch
from tests.world import COUNTY, NOW, World, sign_in

hypothesis.settings.register_profile("default", deadline=None, print_blob=True)
hypothesis.settings.register_profile("fuzz", deadline=None, print_blob=True, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser):
    parser.addoption(
        "--engine", choices=[*ENGINES, "every"], help="run on this engine, or on every"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark whatever opens the browser, so that it runs in a process of its own."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker("browser")


def pytest_generate_tests(metafunc):
    """Run what needs a database on both engines; a page on either, by its test's name."""
    if "shelf" in metafunc.fixturenames:
        asked = metafunc.config.getoption("--engine")
        engines = [asked] if asked in ENGINES else ENGINES
        if asked is None and "browser" in metafunc.fixturenames:
            engines = ENGINES[:1]
        elif asked is None and "flask" in metafunc.fixturenames:
            engines = [ENGINES[crc32(metafunc.definition.nodeid.encode()) % len(ENGINES)]]
        metafunc.parametrize("shelf", engines, indirect=True)


@pytest.fixture(scope="session")
def sqlite_shelf(tmp_path_factory) -> SqliteShelf:
    return SqliteShelf(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with Postgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_shelf(postgres_server) -> Iterator[PostgresShelf]:
    shelf = PostgresShelf(postgres_server)
    yield shelf
    shelf.close()


@pytest.fixture
def shelf(request):
    """Give the databases of the engine that the test runs on."""
    return request.getfixturevalue(f"{request.param}_shelf")


@pytest.fixture
def database(shelf) -> Iterator[Database]:
    with shelf.fresh() as database:
        loose = watch(database.engine, Model.metadata)
        yield database
        assert not loose, "\n".join(loose)


@pytest.fixture
def world(shelf) -> World:
    return shelf.world


@pytest.fixture
def auditor(database, world) -> World:
    """Give the small world an auditor."""
    user = User(
        county_id=COUNTY, id=new_id(), login="shenji", name="审计员", role=Role.AUDITOR,
        must_change_password=False,
    )  # fmt: skip
    with database.write() as session:
        session.add(user)
    world.users["审计员"] = user.id
    return world


@pytest.fixture
def clock():
    return frozen(NOW)


@pytest.fixture
def bus(database, clock) -> Bus:
    return Bus(database, HANDLERS, REACTIONS, authorize, clock)


@pytest.fixture(scope="session")
def house(sqlite_shelf, tmp_path_factory) -> Flask:
    """Build the application once a worker: its routes and pages are the same for every test."""
    with sqlite_shelf.fresh() as database:
        flask = create_app(Config(home=tmp_path_factory.mktemp("home")), database=database)
    flask.test_client_class = Visitor
    flask.config |= {"WTF_CSRF_ENABLED": False, "TESTING": True}
    return flask


@pytest.fixture
def flask(house, database, clock, tmp_path) -> Iterator[Flask]:
    """Move this test's database, clock and folder into the application."""
    kept = dict(house.config)
    furnish(house, Config(home=tmp_path), clock, database)
    yield house
    house.config.clear()
    house.config.update(kept)


@pytest.fixture
def own_flask(database, clock, tmp_path) -> Flask:
    """Build an application that a test may change."""
    flask = create_app(Config(home=tmp_path), clock=clock, database=database)
    flask.test_client_class = Visitor
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


@pytest.fixture(scope="session")
def browser():
    """Start Chromium once a worker."""
    with launched() as browser:
        yield browser


@pytest.fixture
def address(flask) -> Iterator[str]:
    """Serve this test's application and say where."""
    with served(flask) as address:
        yield address


@pytest.fixture
def page_of(browser, address, database, world):
    """Open a page as a named person: `page_of("才让卓玛").goto("/today")`; None is a stranger.

    Whatever the browser finds wrong with a page fails the test, unless the test says that it
    expects it: `page_of("才让卓玛", expect_errors=True)`.
    """
    contexts, found = [], []

    def open_page(name: str | None, *, expect_errors: bool = False, **options):
        context = browser.new_context(
            base_url=address, locale="zh-CN", viewport=DESK, timezone_id="Asia/Shanghai", **options
        )
        contexts.append(context)
        if name:
            with database.write() as session:
                cookie = sign_in(session, world, name)
            context.add_cookies([{"name": COOKIE, "value": cookie, "url": address}])
        page = context.new_page()
        complaints = complaints_of(page)
        if not expect_errors:
            found.append(complaints)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not any(found), found
