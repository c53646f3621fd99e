"""One centre and one laptop a scenario; after each, what must hold always is held against both."""

import pytest
from PIL import Image

from tests.offline.harness import Centre, Laptop
from tests.offline.invariants import hold


def pytest_collection_modifyitems(config, items):
    """Leave the longer scenarios to `make test-offline`; the core runs always."""
    if "offline" in config.option.markexpr:
        return
    longer = [item for item in items if item.get_closest_marker("offline")]
    if longer:
        config.hook.pytest_deselected(items=longer)
        items[:] = [item for item in items if item not in longer]


@pytest.fixture(scope="session")
def photo(tmp_path_factory):
    """A picture of noise, so that it stays large: some 300 KB after it was made small."""
    path = tmp_path_factory.mktemp("photo") / "noise.png"
    noise = Image.effect_noise((1100, 800), 90)
    noise.save(path)
    return path


@pytest.fixture
def centre(tmp_path):
    folder = tmp_path / "centre"
    folder.mkdir()
    centre = Centre(folder).start()
    yield centre
    centre.kill()


@pytest.fixture
def laptop(browser, centre, tmp_path):
    laptop = Laptop(browser, tmp_path / "profile", centre)
    laptop.open()
    yield laptop
    try:
        hold(laptop, centre)
    finally:
        laptop.power_cut()
