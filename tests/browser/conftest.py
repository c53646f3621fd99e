"""Pages look the same on either engine; in the browser they are walked on SQLite."""

from collections.abc import Iterator

import pytest

from app.kernel.db import Database
from tests.busy_desk import Desk, busy_desk
from tests.world import World


@pytest.fixture
def database(sqlite_shelf) -> Iterator[Database]:
    with sqlite_shelf.fresh() as database:
        yield database


@pytest.fixture
def world(sqlite_shelf) -> World:
    return sqlite_shelf.world


@pytest.fixture
def desk(bus, database, world) -> Desk:
    """Fill the county with a working day."""
    return busy_desk(bus, database, world)
