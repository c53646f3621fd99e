import pytest

from app.factory import create_app
from config import Config


@pytest.fixture(scope="module")
def bare_app(tmp_path_factory):
    """Build the application of an installation that has not been set up yet."""
    return create_app(Config(home=tmp_path_factory.mktemp("bare")))
