"""Every page that a link leads to: no barrier that axe knows, no sideways scrolling, no dead link.

The walk starts at today's work and follows each kind of link once, as several people.
"""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from werkzeug.exceptions import HTTPException

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}  # 1280 px at 400 % (WCAG 1.4.10)
DESK = {"width": 1366, "height": 768}
# What a page is made of: each element by its ancestors, its class and what names it, counted once.
MAKE = """() => {
  const say = e => [e.localName, e.className.baseVal ?? e.className, e.type ?? "", e.getAttribute("role") ?? "",
    [...e.attributes].map(a => a.name).filter(n => /^(aria-|alt|title|scope|href|disabled)/.test(n)).sort(),
    e.labels ? e.labels.length : ""].join("|");
  const path = e => e.parentElement ? path(e.parentElement) + ">" + say(e) : say(e);
  return [...new Set([...document.body.querySelectorAll("*")].map(path))];
}"""
DOWNLOADS = re.compile(r"\.(pdf|xlsx|csv|zip)$")


def kind_of(flask, path):
    """Name the route a path belongs to, with the tab it opens; None for what is no page."""
    parts = urlsplit(path)
    if parts.path.startswith("/static/") or DOWNLOADS.search(parts.path):
        return None
    try:
        endpoint, _ = flask.url_map.bind("localhost").match(parts.path)
    except HTTPException:
        return f"nowhere: {path}"
    tab = re.search(r"tab=(\w+)", parts.query)
    return f"{endpoint}{' ' + tab[1] if tab else ''}"


def barriers_of(page):
    """List what axe finds on the page as it stands."""
    return [
        f"{v['id']}: {node['html'][:120]}"
        for v in Axe().run(page).response["violations"]
        for node in v["nodes"]
    ]


def is_new(page, kind, looked_at):
    """Say whether this kind of page, or anything it is made of, was never looked at in this width."""
    width = page.viewport_size["width"]
    made = {(width, one) for one in [kind, *page.evaluate(MAKE)]}
    fresh = made - looked_at
    looked_at |= made
    return bool(fresh)


def faults_of(page, *, whole=True):
    """List what is wrong with the page at this width; without axe where it is not `whole`."""
    found = barriers_of(page) if whole else []
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > page.viewport_size["width"]:
        found.append(f"scrolls sideways: {width} px")
    if page.locator("html").get_attribute("lang") != "zh-CN":
        found.append("does not say its language")
    if page.locator("h1").count() != 1:
        found.append(f"{page.locator('h1').count()} headings of the first order")
    return found


def walk(flask, page, start, looked_at, *, narrow_too):
    """Follow each kind of link once; give the faults of each kind of page.

    axe looks at the phone's width too where `narrow_too`; that nothing scrolls sideways is always seen.
    What it has looked at for somebody else, made of the same things, it does not look at again.
    """
    waiting, seen, faults = [start], {kind_of(flask, start)}, {}
    while waiting:
        path = waiting.pop(0)
        answer = page.goto(path)
        kind = kind_of(flask, path)
        if answer.status != 200:
            faults[kind] = [f"{answer.status} at {path}"]
            continue
        if "text/html" not in answer.headers["content-type"]:
            continue
        wide = faults_of(page, whole=is_new(page, kind, looked_at))
        page.set_viewport_size(PHONE)
        whole = narrow_too and is_new(page, kind, looked_at)
        narrow = [f"at 320 px: {one}" for one in faults_of(page, whole=whole) if one not in wide]
        page.set_viewport_size(DESK)
        faults[kind] = wide + narrow
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        for link in links:
            if link.startswith("/") and (kind := kind_of(flask, link)) not in {None, *seen}:
                seen.add(kind)
                waiting.append(link)
    return faults


@pytest.fixture(scope="module")
def looked_at():
    """What axe has looked at so far, whoever saw it."""
    return set()


@pytest.mark.parametrize("who", ["李主任", "扎西多杰", "马文祥", "管理员", "仁青", "审计员"])
def test_every_page_can_be_used_by_everybody(flask, page_of, desk, auditor, looked_at, who):
    narrow_too = who == "李主任"  # who sees the most
    faults = walk(flask, page_of(who), "/today", looked_at, narrow_too=narrow_too)
    assert {"today.show"} < set(faults)
    bad = [f"{kind}: {one}" for kind, found in faults.items() for one in found]
    assert not bad, "\n".join(bad)


def test_what_lost_its_label_is_looked_at_again(page_of):
    page, before = page_of(None), set()
    page.goto("/sign-in")
    assert is_new(page, "sign_in.show", before)
    assert not is_new(page, "sign_in.show", before)
    assert is_new(page, "another.page", before)
    page.evaluate("document.querySelector('label').remove()")
    assert is_new(page, "sign_in.show", before)
    assert barriers_of(page)


def test_the_sign_in_can_be_used_by_everybody(page_of):
    page = page_of(None)
    page.goto("/sign-in")
    assert faults_of(page) == []
    page.set_viewport_size(PHONE)
    assert faults_of(page) == []


@pytest.mark.parametrize("path", ["/no-such-page", "/cases/00000000-0000-7000-8000-000000000000"])
def test_an_error_can_be_read_by_everybody(page_of, path):
    page = page_of("扎西多杰", expect_errors=True)
    page.goto(path)
    assert faults_of(page) == []
