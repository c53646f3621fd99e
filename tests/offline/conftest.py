"""One centre and one laptop a scenario; after each, what must hold always is held against both."""

import pytest

from tests.offline.harness import Centre, Laptop
from tests.offline.invariants import hold


@pytest.fixture
def centre(tmp_path):
    folder = tmp_path / "centre"
    folder.mkdir()
    centre = Centre(folder).start()
    yield centre
    centre.kill()


@pytest.fixture
def laptop(browser, centre, tmp_path):
    laptop = Laptop(browser, tmp_path / "profile", centre.address)
    laptop.open()
    yield laptop
    try:
        hold(laptop, centre)
    finally:
        laptop.power_cut()
