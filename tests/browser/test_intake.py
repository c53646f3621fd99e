"""The intake page at the keyboard: a tired clerk fills it without touching the mouse."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from app.cases.intake.drafts import IntakeDraft
from app.cases.model import Case
from app.cases.parties import Party
from tests.told import ID_NUMBER, register

pytestmark = pytest.mark.browser


@pytest.fixture
def count(database):
    def of(model):
        with database.read() as session:
            return session.scalar(select(func.count()).select_from(model))

    return of


def keys(page, *strokes):
    """Type words, or press keys written as <Enter>."""
    for stroke in strokes:
        if stroke.startswith("<"):
            page.keyboard.press(stroke[1:-1])
        else:
            page.keyboard.type(stroke)


def fill(page):
    """Fill the form in from the first party's name on, by Enter and Tab alone."""
    page.goto("/cases/intake")
    expect(page.locator("#parties-0-name")).to_be_focused()
    keys(
        page, "才旦", "<Enter>", ID_NUMBER, "<Enter>", "13897412345", "<Enter>", "甲乙村", "<Enter>"
    )
    keys(page, "<Enter>", "<Enter>", "旦正", "<Enter>", "<Enter>", "<Enter>", "甲乙村")
    expect(page.locator("#parties-1-name")).to_have_value("旦正")


def finish(page):
    page.focus("#dispute_type")
    keys(page, "ll", "<Enter>")
    page.focus("#summary")
    keys(page, "两家为院墙滴水争吵。")


def test_a_dispute_is_registered_by_keyboard_alone(page_of, count):
    page = page_of("马文祥")
    fill(page)
    finish(page)
    keys(page, "<Control+Enter>")
    page.wait_for_url("**/receipt")
    expect(page.locator("body")).to_contain_text("共调〔2026〕1号")
    assert (count(Case), count(Party), count(IntakeDraft)) == (1, 2, 0)


def test_what_is_found_stands_beside_the_form_while_it_is_typed(page_of, bus, world):
    register(bus, world)
    page = page_of("马文祥")
    fill(page)
    finish(page)
    beside = page.locator("#beside")
    expect(beside).to_contain_text("甲乙村人民调解委员会")
    expect(beside).to_contain_text("双方同名")
    expect(page.locator("#read-parties-0-id_number")).to_contain_text("1990-03-07 男")
    page.get_by_role("button", name="不是同一件").press("Enter")
    expect(beside).to_contain_text("没有查到")
    page.keyboard.press("Shift")
    page.fill("#amount", "3000")
    page.wait_for_timeout(1200)
    expect(beside).to_contain_text("没有查到")


def test_alt_a_adds_a_party_and_goes_to_its_name(page_of):
    page = page_of("马文祥")
    fill(page)
    keys(page, "<Alt+a>")
    expect(page.locator("#parties-2-name")).to_be_focused()
    expect(page.locator("#parties-0-id_number")).to_have_value(ID_NUMBER)


def test_a_draft_is_kept_by_ctrl_s_and_by_itself(page_of, count):
    page = page_of("马文祥")
    fill(page)
    keys(page, "<Control+s>")
    expect(page.locator("#kept")).to_contain_text("草稿 10:00 已保存")
    assert count(IntakeDraft) == 1
    page.goto("/cases/intake")
    page.get_by_text("我的草稿（1）").click()
    page.get_by_role("link", name="才旦、旦正").click()
    expect(page.locator("#parties-1-name")).to_have_value("旦正")
    page.fill("#summary", "改了")
    expect(page.locator("#kept")).to_contain_text("已保存", timeout=10_000)
    assert count(IntakeDraft) == 1


def test_the_focus_goes_to_the_first_field_that_is_wrong(page_of, count):
    page = page_of("马文祥", expect_errors=True)
    fill(page)
    page.fill("#parties-0-id_number", ID_NUMBER[:-1] + "6")
    finish(page)
    keys(page, "<Control+Enter>")
    expect(page.locator("#parties-0-id_number")).to_be_focused()
    expect(page.locator("#summary")).to_have_value("两家为院墙滴水争吵。")
    assert count(Case) == 0


def test_the_short_page_fits_a_small_phone(page_of, count):
    page = page_of("仁青", has_touch=True)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/cases/intake")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.fill("#parties-0-name", "才旦")
    page.fill("#parties-1-name", "旦正")
    page.fill("#area", "甲乙村")
    page.fill("#dispute_type", "邻里")
    page.fill("#summary", "滴水")
    page.get_by_role("button", name="报上去").click()
    page.wait_for_url("**/receipt")
    assert count(Case) == 1


def test_the_page_fits_320_pixels(page_of):
    page = page_of("马文祥")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/cases/intake")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
