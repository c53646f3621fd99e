"""The desk's screens: no barrier that axe knows, no sideways scrolling on a phone, no script error."""

import pytest

from tests.browser.test_accessibility import faults_of
from tests.chromium import complaints_of
from tests.offline.harness import WORD, case_id, tell

pytestmark = [pytest.mark.browser, pytest.mark.offline]
CASE = case_id(1)
SCREENS = [
    "", f"case/{CASE}", f"agreements/{CASE}", "written", "write/report", "write/intake",
    *(f"write/{kind}/{CASE}" for kind in (
        "visit", "inquiry", "seen", "telephone", "photo", "consent", "rights", "correction", "agreement", "oral", "revisit",
    )),
]  # fmt: skip


def test_each_screen_is_open_to_everybody_and_fits_a_phone(laptop, centre):
    page = laptop.page
    complaints = complaints_of(page)
    found = {}

    def look(name):
        for width, height in ((1366, 768), (320, 640)):
            page.set_viewport_size({"width": width, "height": height})
            if faults := faults_of(page):
                found[f"{name} {width}"] = faults

    laptop.sign_in()
    page.wait_for_selector("#enroll")
    look("enroll")
    page.fill("#new-word", WORD)
    page.fill("#same-word", WORD)
    page.click("#enroll button")
    page.wait_for_selector("p:has-text('从中心带来')")
    tell(laptop)
    for path in SCREENS:
        laptop.goto(f"#{path}")
        page.wait_for_timeout(400)
        look(path)
    page.click("#lock")
    page.wait_for_selector("#unlock")
    look("lock")
    assert not found
    assert not [one for one in complaints if "404" not in one and "401" not in one]
