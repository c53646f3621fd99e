import pytest

from config import Config
from tests.case_file import open_case
from tests.sync.laptop import Laptop


def pytest_collection_modifyitems(config, items):
    """Leave the ten thousand histories to `make test-offline`."""
    if "offline" not in config.option.markexpr:
        items[:] = [item for item in items if not item.get_closest_marker("offline")]


@pytest.fixture
def open_desk(flask, tmp_path):
    flask.extensions["sizhen.config"] = Config(home=tmp_path, desk="on")
    return flask


@pytest.fixture
def laptop(open_desk, as_user, world):
    """Give the laptop of a named person."""

    def of(name, device=None):
        return Laptop(as_user(name), world.users[name], device)

    return of


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
