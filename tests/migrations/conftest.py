import pytest


@pytest.fixture
def empty_database(shelf):
    with shelf.empty() as database:
        yield database


@pytest.fixture
def other_empty_database(shelf):
    with shelf.empty() as database:
        yield database
