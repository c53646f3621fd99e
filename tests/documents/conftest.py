"""Papers print in one process with one private font cache."""

import pytest

from documents import render


def pytest_addoption(parser):
    parser.addoption("--rewrite-golden", action="store_true", help="write golden.txt anew")


@pytest.fixture(scope="session", autouse=True)
def press(tmp_path_factory):
    """Start the renderer with its cache in the session's own folder."""
    render.start(tmp_path_factory.mktemp("fonts"))
