"""The shell of every page: keys, focus, menu, and working without JavaScript."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def today(page_of, desk):
    page = page_of("扎西多杰")
    page.goto("/today")
    return page


def test_the_first_tab_skips_to_the_work(today):
    today.keyboard.press("Tab")
    expect(today.locator(".skip")).to_be_focused()
    today.keyboard.press("Enter")
    expect(today.locator("#main")).to_be_focused()


def test_the_slash_leads_to_the_search_and_letters_stay_letters_there(today):
    today.keyboard.press("/")
    expect(today.locator("#find")).to_be_focused()
    today.keyboard.type("jk/n?")
    expect(today.locator("#find")).to_have_value("jk/n?")
    expect(today.locator("#keys")).not_to_be_visible()
    today.locator("#find").fill("zx")
    today.keyboard.press("Enter")
    expect(today).to_have_url("/cases?q=zx")


def test_rows_are_walked_and_opened_with_keys(today):
    first, second = (today.locator("[data-row] td:nth-child(2) a").nth(n) for n in (0, 1))
    today.keyboard.press("j")
    expect(first).to_be_focused()
    today.keyboard.press("j")
    expect(second).to_be_focused()
    today.keyboard.press("k")
    expect(first).to_be_focused()
    there = first.get_attribute("href")
    today.keyboard.press("Enter")
    expect(today).to_have_url(there)


def test_the_question_mark_shows_the_keys(today):
    today.keyboard.press("?")
    expect(today.locator("#keys")).to_be_visible()
    today.keyboard.press("Escape")
    expect(today.locator("#keys")).not_to_be_visible()


def test_single_letters_can_be_switched_off_for_good(today):
    today.keyboard.press("?")
    today.locator("#keys-on").uncheck()
    today.keyboard.press("Escape")
    today.reload()
    today.keyboard.press("/")
    expect(today.locator("#find")).not_to_be_focused()
    expect(today.locator("#keys-on")).not_to_be_checked()


@pytest.fixture
def question(page_of, desk):
    """A form with a question that must be answered."""
    page = page_of("扎西多杰", expect_errors=True)  # the browser reports the 422 of a form
    page.goto(f"/cases/{desk.cases['草场']}/parties/{desk.parties('草场')[0]}/disclosure")
    return page


def test_a_refused_form_puts_the_reader_at_what_is_wrong(question):
    question.locator("select").focus()
    question.keyboard.press("Control+Enter")
    expect(question.locator("#errors")).to_be_focused()
    question.locator("#errors a").click()
    expect(question.locator("#purpose")).to_be_focused()
    expect(question.locator("#purpose")).to_have_attribute("aria-invalid", "true")


def test_a_form_is_sent_with_keys(question):
    question.locator("#purpose").select_option("contact")
    question.locator("#purpose").press("Control+Enter")
    expect(question.locator("main")).to_contain_text("13897412345")


def test_on_a_phone_the_menu_opens_and_closes(page_of, desk):
    page = page_of("扎西多杰")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/today")
    expect(page.locator("#nav")).not_to_be_visible()
    page.locator(".menu").click()
    expect(page.locator("#nav a[aria-current]")).to_be_visible()
    page.locator("#nav .shut").click()
    expect(page.locator("#nav")).not_to_be_visible()


def test_everything_works_without_javascript(page_of, desk):
    page = page_of("扎西多杰", java_script_enabled=False)
    page.goto("/today")
    page.locator("#find").fill("草场")
    page.locator("#find").press("Enter")
    page.locator("[data-row] a").first.click()
    expect(page.locator("h1")).to_contain_text("草场")
    page.get_by_role("link", name="当事人（").click()
    page.get_by_role("link", name="查看扎西的完整号码").click()
    page.locator("#purpose").select_option("contact")
    page.get_by_role("button", name="查看", exact=True).click()
    expect(page.locator("main")).to_contain_text("13897412345")
