import pytest

from tests.rule_desk import Desk


@pytest.fixture
def desk(database, world, bus) -> Desk:
    """Seat the people who look after the rules."""
    return Desk(database, world, bus)
