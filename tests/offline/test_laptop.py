"""The laptop itself: a full disk, what an agreement needs in a village, a file on a stick."""

import contextlib
import subprocess

import pytest
from playwright.sync_api import expect

from tests.offline.harness import Laptop, until, visit

pytestmark = [pytest.mark.browser, pytest.mark.offline]


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", "-l", folder], check=False)


def test_a_full_disk_is_said_and_the_form_stays(browser, centre, small_disk):
    laptop = Laptop(browser, small_disk / "profile", centre.address)
    page = laptop.open()
    laptop.begin()
    centre.kill()
    visit(laptop, text="满盘时写的", save=False)
    page.wait_for_timeout(600)
    full = small_disk / "full"
    with contextlib.suppress(OSError), full.open("wb") as file:
        while True:
            file.write(b"0" * 65536)
            file.flush()
    page.fill("#f-text", "满盘时写的，又添了很多字。" * 400)
    page.click("#form button[type=submit]")
    expect(page.locator("#told")).to_contain_text("没有写进去")
    expect(page.locator("#f-text")).to_have_value("满盘时写的，又添了很多字。" * 400)
    full.unlink()
    until(lambda: _saves(page), 20)
    laptop.power_cut()


def _saves(page):
    page.click("#form button[type=submit]")
    page.wait_for_timeout(700)
    return "写在这台电脑里了" in page.inner_text("#told")
