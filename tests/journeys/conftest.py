"""Journeys are walked in the browser on SQLite; pages and verbs are tested on both engines."""

from collections.abc import Iterator

import pytest

from app.kernel.db import Database
from tests.world import World


@pytest.fixture
def database(sqlite_shelf) -> Iterator[Database]:
    with sqlite_shelf.fresh() as database:
        yield database


@pytest.fixture
def world(sqlite_shelf) -> World:
    return sqlite_shelf.world
