"""The page kept on a laptop: it reads a real code with no network, and no forged one."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import expect

from documents.samples import sample
from documents.voucher import coded, load_code_key, make_code_key

pytestmark = pytest.mark.browser


@pytest.fixture
def kept(page_of, flask, tmp_path, browser):
    """Download the page, then open it from the disk with the network off."""
    home = flask.extensions["sizhen.config"].home / "committee"
    make_code_key(home / "voucher.key")
    page = page_of("马文祥")
    text = page.request.get("/verify/offline.html").text()
    place = tmp_path / "offline.html"
    place.write_text(text, encoding="utf-8")
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto(place.as_uri())
    yield alone, load_code_key(home / "voucher.key")
    context.close()


def read(page, text):
    page.locator("#text").fill(text)
    page.locator("button").click()
    return page.locator("#answer")


def test_a_real_code_is_read_with_no_network_and_forgeries_are_refused(kept):
    page, key = kept
    paper = coded(sample("mediation_agreement"), 3, key)
    answer = read(page, f"  {paper.qr_text}\n")
    expect(answer).to_contain_text("二维码是真的")
    for words in (
        paper.number,
        "2026年3月18日",
        "3 页",
        "王*山、于*川",
        "1020.00 元",
        "2026年3月31日",
    ):
        expect(answer).to_contain_text(words)
    changed = paper.qr_text[:-9] + ("0" if paper.qr_text[-9] != "0" else "1") + paper.qr_text[-8:]
    foreign = coded(sample("mediation_agreement"), 3, Ed25519PrivateKey.generate())
    for text in (changed, foreign.qr_text):
        expect(read(page, text)).to_contain_text("请不要相信")
    expect(read(page, "")).to_contain_text("还没有内容")
    expect(read(page, "7QK4-XN2P-9D")).to_contain_text("要联网")
    expect(read(page, paper.qr_text[:-1])).to_have_class("bad")
    expect(page.locator("#facts tr")).to_have_count(0)
