"""The laptop itself: a full disk, what an agreement needs in a village, a file on a stick."""

import contextlib
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.offline.harness import WORD, Laptop, report, until, visit

pytestmark = [pytest.mark.browser, pytest.mark.offline]


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", "-l", folder], check=False)


def test_a_full_disk_is_said_and_the_form_stays(browser, centre, small_disk):
    laptop = Laptop(browser, small_disk / "profile", centre)
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


def test_two_laptops_of_one_person_count_for_themselves(laptop, centre, browser, tmp_path):
    laptop.begin()
    other = Laptop(browser, tmp_path / "other", centre)
    other.open()
    page = other.begin()
    expect(page.locator("#elsewhere")).to_contain_text("另有 3 件带在您的另一台电脑上")
    centre.kill()
    visit(laptop)
    report(other, text="另一台电脑上写的")
    centre.start()
    for one in (laptop, other):
        one.send()
        one.waits_for(1)
    assert [row["envelope"]["sequence"] for row in centre.inbox] == [1, 1]
    assert len({row["envelope"]["device"] for row in centre.inbox}) == 2
    other.power_cut()


def test_an_idle_desk_locks_itself_and_keeps_what_was_typed(laptop, centre):
    page = laptop.page
    page.clock.install()
    laptop.begin()
    visit(laptop, text="锁上以前写了一半", save=False)
    page.clock.run_for(11 * 60 * 1000)
    page.wait_for_selector("#unlock")
    assert "锁上以前" not in page.content()
    page.fill("#word", WORD)
    page.click("#unlock button")
    expect(page.locator("#f-text")).to_have_value("锁上以前写了一半")


def test_ten_wrong_passphrases_close_the_laptop_until_the_centre_helps(laptop, centre):
    page = laptop.begin()
    page.click("#lock")
    for _ in range(10):
        page.fill("#word", "猜一个不对的口令")
        page.click("#unlock button")
        expect(page.locator("#word-error")).not_to_be_empty()
    page.fill("#word", WORD)
    page.click("#unlock button")
    expect(page.locator("#word-error")).to_contain_text("口令忘了")


def test_a_forgotten_passphrase_is_renewed_by_the_centre_and_nothing_is_lost(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    page.click("#lock")
    centre.start()
    laptop.sign_in()
    page.click("#forgot")
    page.click("#ask")
    expect(page.locator("main")).to_contain_text("核对码")
    page.click("#ask")
    expect(page.locator("main")).to_contain_text("核对码")
    centre.give_key()
    page.click("#ask")
    page.fill("#new-word", "想起来的新口令一二三")
    page.fill("#same-word", "想起来的新口令一二三")
    page.click("#renew-word button")
    laptop.waits_for(1)
    page.click("#lock")
    laptop.unlock("想起来的新口令一二三")


def test_a_sealed_file_brings_what_waits_and_a_later_sync_changes_nothing(laptop, centre, photo):
    page = laptop.begin()
    centre.kill()
    visit(laptop, photo=[photo])
    visit(laptop, 2, text="只在文件里的话")
    laptop.goto("#written")
    page.click("summary:has-text('U 盘')")
    with page.expect_download() as coming:
        page.click("#seal")
    file = Path(coming.value.path())
    assert "只在文件里的话" not in file.read_text()
    expect(page.locator("#told")).to_contain_text("2 条已经封存")
    assert [row["status"] for row in laptop.rows()] == ["waiting", "waiting"]
    centre.start()
    taken = centre.take_file(file)
    assert [one["status"] for one in taken] == ["applied", "applied"]
    laptop.send()
    laptop.waits_for(2)
    assert len(centre.inbox) == 2
