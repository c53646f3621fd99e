"""What was written by mistake, and what the centre did not take: nothing goes twice, nothing is stuck."""

import pytest
from playwright.sync_api import expect

from tests.offline.harness import Laptop, case_id, copy_folder, report, until

pytestmark = [pytest.mark.browser, pytest.mark.offline]


def button(page, seq, said):
    return page.locator(f"[data-seq='{seq}'] button:has-text('{said}')")


def test_a_dispute_taken_down_by_mistake_is_left_out_and_had_back(laptop, centre):
    page = laptop.begin()
    page.on("dialog", lambda dialog: dialog.accept())
    centre.kill()
    report(laptop, text="点错了，没有这件事")
    report(laptop, text="渠水漫到邻家")
    laptop.goto("#written")
    for seq in (1, 2):
        button(page, seq, "不要这一条").click()
        expect(page.locator(f"[data-seq='{seq}']")).to_contain_text("交以前可以拿回来")
    button(page, 2, "拿回来").click()
    expect(page.locator("[data-seq='2']")).to_contain_text("还没交到中心")
    laptop.power_cut()
    page = laptop.open()
    laptop.desk()
    laptop.unlock()
    centre.start()
    laptop.sign_in()
    laptop.unlock()
    laptop.waits_for(2)
    assert centre.types() == ["record.withdraw", "intake.register"]
    assert "点错了" not in str(centre.inbox[0])
    laptop.goto("#written")
    expect(page.locator("[data-seq='1']")).to_contain_text("不要了；中心只知道这个号没有用")
    expect(page.locator("[data-seq='2']")).to_contain_text("中心的编号是 共调〔")
    expect(page.locator("[data-drop], [data-have-back]")).to_have_count(0)


def test_a_number_that_may_be_printed_goes_to_no_other_agreement(laptop, centre):
    page = laptop.begin()
    centre.kill()
    draft(laptop, "老围栏为界。")
    page.evaluate(
        """(id) => import('/static/desk/outbox.js').then((m) => m.put([{ type: "paper.print", case_id: id, payload: {
        code: "mediation_agreement", number: "（2026）共倒甲人调字第1号", copy: 1, copies: 3, content_sha256: "a".repeat(64) } }]))""",
        case_id(1),
    )
    centre.move_on(1)
    centre.start()
    laptop.send()
    laptop.waits_for(1, "conflict")
    draft(laptop, "另一件事。")
    laptop.goto("#written")
    page.locator("[data-status=conflict] [data-again]").click()
    page.wait_for_selector("#f-clauses-0-text")
    page.click("#form button[type=submit]")
    drafts = lambda: [  # noqa: E731 (asked until it is there)
        row["envelope"]["payload"]["number"]
        for row in centre.inbox
        if row["envelope"]["type"] == "agreement.draft"
    ]
    until(lambda: len(drafts()) == 3)
    first, second = "（2026）共倒甲人调字第1号", "（2026）共倒甲人调字第1号-2"
    assert drafts() == [first, second, first]


def test_a_new_agreement_beside_those_of_the_centre_is_its_own(laptop, centre):
    page = laptop.begin()
    for n, clause in enumerate(("老围栏为界。", "秋后再量。"), 1):
        draft(laptop, clause)
        laptop.waits_for(n)
    laptop.goto("#")
    page.wait_for_selector("h1:has-text('我带着的案件')")
    centre.kill()
    draft(laptop, "另一件事。")
    laptop.goto(f"#write/signing/{case_id(1)}/1")
    page.click("#form button[type=submit]")
    page.wait_for_selector("h1:has-text('协议（3）')")
    expect(page.locator(".case")).to_contain_text(
        ["草稿，中心也有", "签字已写在这台电脑里", "草稿，写在这台电脑里"]
    )


def test_a_form_only_looked_at_leaves_no_draft(laptop, centre):
    page = laptop.begin()
    laptop.goto(f"#write/visit/{case_id(1)}")
    page.wait_for_selector("#f-text")
    laptop.goto("#")
    expect(page.locator(f"[data-case='{case_id(1)}']")).not_to_contain_text("接着写")
    laptop.goto(f"#write/visit/{case_id(1)}")
    page.fill("#f-text", "写了一半")
    laptop.goto("#")
    expect(page.locator(f"[data-case='{case_id(1)}']")).to_contain_text("接着写")


def test_a_laptop_copied_whole_gives_its_words_the_next_number(laptop, centre, browser, tmp_path):
    laptop.begin()
    laptop.close()
    centre.kill()
    copy_folder(laptop.profile, tmp_path / "copied")
    twin = Laptop(browser, tmp_path / "copied", centre)
    for one, text in ((laptop, "原来那台写的"), (twin, "拷出来的写的")):
        one.open()
        one.desk()
        one.unlock()
        report(one, text=text)
    centre.start()
    for one in (laptop, twin):
        one.sign_in()
        one.unlock()
        until(lambda one=one: one.rows()[0]["tries"])
    laptop.waits_for(1)
    twin.goto("#written")
    expect(twin.page.locator("main")).to_contain_text("这个号中心已经有别的记录用了")
    twin.page.click("[data-renumber]")
    twin.waits_for(1)
    assert [row["seq"] for row in twin.rows()] == [2]
    assert len(centre.inbox) == 2
    twin.power_cut()


def draft(laptop, clause):
    page = laptop.page
    laptop.goto(f"#write/agreement/{case_id(1)}")
    page.wait_for_selector("#f-clauses-0-text")
    page.fill("#f-clauses-0-text", clause)
    page.click("#form button[type=submit]")
    page.wait_for_selector("#told:has-text('写在这台电脑里了')")
