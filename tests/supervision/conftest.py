import pytest

from tests.supervision.test_tick import term

__all__ = ["keys", "term"]


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """The committees' signing keys, made once: three RSA keys take seconds."""
    return tmp_path_factory.mktemp("keys") / "committee"
