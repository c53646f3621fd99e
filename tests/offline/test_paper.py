"""An agreement written, printed and signed in a village: the centre's own page, each copy reported."""

import json
from collections import Counter

import pytest
from playwright.sync_api import expect

from documents import compose, render
from documents.samples import sample
from tests.chromium import complaints_of
from tests.documents.test_browser import pages_of
from tests.offline.harness import case_id

pytestmark = [pytest.mark.browser, pytest.mark.offline]
FOOT = "离线打印 第2份，共3份"


def test_the_desk_breaks_pages_where_the_centre_does(laptop, tmp_path):
    page = laptop.desk()
    paper = sample("mediation_agreement")
    ours, theirs = tmp_path / "ours.pdf", tmp_path / "theirs.pdf"
    ours.write_bytes(render.render(paper).pdf)
    given = {
        k: v for k, v in json.loads(compose.canonical(paper)).items() if k not in {"code", "title"}
    }
    page.evaluate(
        "import('/static/desk/fonts.js').then(async (m) => { await m.fetchFonts(); return m.haveFonts() })"
    )
    page.evaluate(
        """([given, foot]) => import('/static/desk/paper.js').then(async (m) => {
        const mark = await m.showPaper('mediation_agreement', given, document.createElement('div'));
        await mark(foot); await document.fonts.ready; })""",
        [given, FOOT],
    )
    page.pdf(path=theirs, prefer_css_page_size=True)
    foot = Counter(FOOT.replace(" ", ""))
    assert pages_of(theirs) == [one + foot for one in pages_of(ours)]


def write_agreement(laptop, clause):
    page = laptop.page
    laptop.goto(f"#write/agreement/{case_id(1)}")
    page.fill("#f-clauses-0-text", clause)
    page.fill("#f-interpreter", "卓玛")
    page.click("[data-more=obligations]")
    page.select_option("#f-obligations-0-debtor", "扎西才让")
    page.fill("#f-obligations-0-what", "支付草料款")
    page.fill("#f-obligations-0-amount", "1020")
    page.fill("#f-obligations-0-due_on", "2026-05-20")


def test_an_agreement_is_written_printed_and_signed_without_a_network(laptop, centre):
    page = laptop.begin()
    complaints = complaints_of(page)
    centre.kill()
    write_agreement(laptop, "扎西才让付完么才让1,020元（大写：壹仟贰拾元整），双方不得上访。")
    expect(page.locator("#blocks li")).to_have_count(2)
    page.fill(
        "#f-clauses-0-text", "扎西才让付完么才让1,020元（大写：壹仟零贰拾元整），于5月20日前付清。"
    )
    expect(page.locator("#blocks")).to_have_count(0)
    page.click("#form button[type=submit]")
    page.click("a:has-text('打印')")
    page.evaluate("window.print = () => { window.printed = (window.printed ?? 0) + 1 }; 0")
    page.click("#to-paper button")
    for copy in (1, 2, 3):
        page.click(f"[data-copy='{copy}']")
        expect(page.locator(".at-desk p")).to_contain_text(f"第 {copy} 份已记下")
    assert page.evaluate("window.printed") == 3
    page.click("[data-leave]")
    page.click("a:has-text('登记签字')")
    page.fill("#f-sealed_on", "2026-03-02")
    page.click("#form button[type=submit]")
    expect(page.locator("main")).to_contain_text("签字已写在这台电脑里")
    assert not [
        said for said in complaints if "Security Policy" in said or said.startswith("script")
    ]
    centre.start()
    laptop.send()
    laptop.waits_for(7)
    draft, *others = [row["envelope"] for row in centre.inbox]
    assert draft["payload"]["number"] == "（2026）共倒甲人调字第1号"
    assert [one["type"] for one in others[3:]] == [
        "agreement.conclude",
        "agreement.sign",
        "agreement.seal",
    ]
    assert {
        one["payload"].get("subject_id", one["payload"].get("agreement_id"))["$answer"]
        for one in others
    } == {draft["id"]}
    assert [one["payload"]["copy"] for one in others[:3]] == [1, 2, 3]
