import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_site_answers_in_a_browser(page_of):
    page = page_of(None, expect_errors=True)
    assert page.goto("/healthz").status == 200
    expect(page.locator("body")).to_contain_text("ok")
