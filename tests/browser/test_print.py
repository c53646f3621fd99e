"""What the print button gives: it begins at the top of the first sheet, and nothing is cut off."""

import subprocess

import pytest

pytestmark = pytest.mark.browser
A4_LANDSCAPE = 1009  # px between the margins: 267 mm


def sheets_of(page, tmp_path):
    """Print a page on low sheets, so that a short list is as long as a busy one on A4."""
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, width="210mm", height="125mm")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return text.stdout.decode().replace(" ", "").split("\f")[:-1]


@pytest.mark.parametrize(
    ("who", "path", "row"),
    [
        ("扎西多杰", "/today", "还有3天"),
        ("扎西多杰", "/cases", "扎西"),
        ("李主任", "/deadlines", "超期"),
        ("李主任", "/registers/months", "未封账"),
        ("李主任", "/people/committees", "倒淌河镇"),
        ("审计员", "/audit", "共调〔"),
    ],
)
def test_the_first_sheet_holds_the_first_row(page_of, desk, auditor, tmp_path, who, path, row):
    page = page_of(who)
    page.goto(path)
    first, *_ = sheets_of(page, tmp_path)
    assert page.locator("h1").inner_text().replace(" ", "") in first
    assert row in first
    assert "操作" not in first


def test_the_wide_register_is_not_cut_at_the_right(page_of, desk):
    page = page_of("李主任")
    page.goto("/registers/cases?from=2026-02-01&to=2026-03-02")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_LANDSCAPE, "height": 800})
    table = page.locator("table.grid")
    assert table.locator("tbody tr").count() > 1
    assert table.evaluate("table => table.getBoundingClientRect().right") <= A4_LANDSCAPE
