"""The centre changes meanwhile: a moved case, a restored backup, a stopped laptop, a new version."""

import pytest
from playwright.sync_api import expect

from tests.offline.harness import case_id, correct, tell, until, visit

pytestmark = [pytest.mark.browser, pytest.mark.offline]


def test_a_report_on_a_case_that_moved_on_is_taken_and_flagged(laptop, centre):
    laptop.begin()
    centre.kill()
    visit(laptop)
    centre.move_on(1)
    centre.start()
    laptop.send()
    laptop.waits_for(1)
    assert "case_moved_on" in centre.inbox[0]["result"]["flags"]


def test_a_request_that_contradicts_the_centre_shows_both_sides_and_can_be_made_anew(
    laptop, centre
):
    page = laptop.begin()
    centre.kill()
    correct(laptop, phone="13909740001")
    centre.contradict(1, phone="13909749999")
    centre.start()
    laptop.send()
    laptop.waits_for(1, "conflict")
    laptop.goto("#written")
    row = page.locator("[data-status=conflict]")
    expect(row.locator("section").nth(0)).to_contain_text("13909740001")
    expect(row.locator("section").nth(1)).to_contain_text("…9999")
    row.locator("[data-again]").click()
    expect(page.locator("#f-phone")).to_have_value("13909740001")
    page.click("#form button[type=submit]")
    laptop.waits_for(1)


def test_two_of_my_own_requests_on_one_case_do_not_contradict_each_other(laptop, centre):
    laptop.begin()
    centre.kill()
    correct(laptop, phone="13909740001")
    correct(laptop, address="塔秀村二社")
    centre.start()
    laptop.send()
    laptop.waits_for(2)
    assert [(row["envelope"]["type"], row["status"]) for row in centre.inbox] == [
        ("party.correct", "applied"), ("party.correct", "applied"),
    ]  # fmt: skip


def test_a_centre_restored_from_its_backup_is_given_what_it_lacks(laptop, centre):
    laptop.begin()
    tell(laptop, text="备份以前")
    laptop.waits_for(1)
    centre.kill()
    centre.back_up()
    centre.start()
    tell(laptop, text="备份以后")
    laptop.waits_for(2)
    centre.kill()
    centre.restore()
    centre.start()
    assert len(centre.inbox) == 1
    laptop.send()
    until(lambda: len(centre.inbox) == 2)
    laptop.waits_for(2)


def test_a_stopped_laptop_is_wiped_at_the_next_contact(laptop, centre):
    page = laptop.begin()
    visit(laptop)
    laptop.waits_for(1)
    centre.revoke(laptop.device())
    laptop.send()
    expect(page.locator("main")).to_contain_text("中心停用了这台电脑")
    assert not laptop.rows()
    laptop.desk()
    expect(page.locator("main")).not_to_contain_text("草场边界")
    kept = page.evaluate(
        "import('/static/desk/db.js').then(async (m) => (await m.metas('key:')).length)"
    )
    assert kept == 0


def test_cases_grow_old_and_are_dropped_but_never_what_was_written(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    later = (
        "import('/static/desk/db.js').then(async (m) => { const id = (await m.metas('key:'))[0].id;"
        " const pull = await m.meta(`pull:${id}`);"
        " await m.setMeta(`pull:${id}`, { ...pull, at: Date.now() - %d * 3600e3 }) })"
    )
    page.evaluate(later % 80)
    laptop.goto("#written")
    laptop.goto("#")
    expect(page.locator("main")).to_contain_text("可能已经变了")
    page.evaluate(later % 200)
    laptop.goto("#written")
    laptop.goto("#")
    expect(page.locator("h1")).to_contain_text("（1）")  # the one whose record still waits
    assert len(laptop.rows()) == 1
    centre.start()
    laptop.send()
    laptop.waits_for(1)


def test_a_new_version_waits_for_the_person_and_keeps_the_queue(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    centre.start(CENTRE_SHELL="2")
    laptop.context.set_offline(True)
    laptop.desk()
    laptop.unlock()
    laptop.context.set_offline(False)
    page.evaluate("navigator.serviceWorker.getRegistration('/desk').then((r) => r.update())")
    page.wait_for_selector("#renew")
    before = page.evaluate("document.body.dataset.shell")
    page.click("#renew")
    page.wait_for_selector("#unlock", timeout=20000)
    laptop.unlock()
    assert page.evaluate("document.body.dataset.shell") != before
    laptop.waits_for(1)


def test_another_window_with_newer_code_is_not_blocked(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    second = laptop.context.new_page()
    second.goto(f"{laptop.address}/desk")
    opened = second.evaluate(
        """() => new Promise((done) => { const r = indexedDB.open("sizhen-desk", 99);
        r.onsuccess = () => { const all = r.result.transaction("outbox").objectStore("outbox").count();
        all.onsuccess = () => { r.result.close(); done(all.result) } }; r.onblocked = () => done("blocked"); })"""
    )
    assert opened == 1
    expect(page.locator("#told")).to_contain_text("新版本")
    page.goto("about:blank")


def test_a_broken_shell_leaves_the_old_one(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    centre.start(CENTRE_SHELL="2", CENTRE_LACKS="/static/desk/views.js")
    page.evaluate(
        "navigator.serviceWorker.getRegistration('/desk').then((r) => r.update()).catch(() => 0)"
    )
    page.wait_for_timeout(1500)
    centre.kill()
    laptop.desk()
    laptop.unlock()
    assert len(laptop.rows()) == 1


def test_the_desk_switched_off_touches_no_queue(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    centre.start(SIZHEN_DESK="online")
    page.evaluate("navigator.serviceWorker.getRegistration('/desk').then((r) => r.update())")
    until(
        lambda: (
            not page.evaluate(
                "caches.keys().then((all) => all.filter((name) => name.startsWith('desk-')).length)"
            )
        )
    )
    laptop.desk()
    laptop.unlock()
    laptop.send()
    laptop.waits_for(1)
    assert centre.inbox[0]["envelope"]["case_id"] == case_id(1)


def test_site_data_cleared_leaves_the_number_that_never_came(laptop, centre):
    page = laptop.begin()
    centre.fault(f"case:{case_id(1)}")
    visit(laptop)
    device = laptop.device()
    until(lambda: centre.announced(device) == 1)
    centre.kill()
    client = laptop.context.new_cdp_session(page)
    client.send("Storage.clearDataForOrigin", {"origin": laptop.address, "storageTypes": "all"})
    centre.start()
    assert centre.announced(device) == 1
    assert not centre.inbox
    laptop.page.goto("about:blank")


def test_a_case_taken_back_goes_once_nothing_of_it_waits(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    centre.take_back(1)
    centre.start()
    laptop.send()
    laptop.waits_for(1)
    laptop.goto("#")
    until(lambda: page.locator("[data-case]").count() == 2)
    (arrived,) = centre.inbox  # the late visit is taken, and says that the custody was over
    assert arrived["status"] == "applied"
    assert "custody_ended" in arrived["result"]["flags"]
