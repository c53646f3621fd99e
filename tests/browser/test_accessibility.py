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


def walk(flask, page, start, *, narrow_too):
    """Follow each kind of link once; give the faults of each kind of page.

    axe looks at the phone's width too where `narrow_too`; that nothing scrolls sideways is always seen.
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
        wide = faults_of(page)
        page.set_viewport_size(PHONE)
        narrow = [
            f"at 320 px: {one}" for one in faults_of(page, whole=narrow_too) if one not in wide
        ]
        page.set_viewport_size(DESK)
        faults[kind] = wide + narrow
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        for link in links:
            if link.startswith("/") and (kind := kind_of(flask, link)) not in {None, *seen}:
                seen.add(kind)
                waiting.append(link)
    return faults


@pytest.mark.parametrize("who", ["扎西多杰", "李主任", "马文祥", "管理员", "仁青"])
def test_every_page_can_be_used_by_everybody(flask, page_of, desk, who):
    faults = walk(flask, page_of(who), "/today", narrow_too=who == "李主任")  # who sees the most
    assert {"today.show"} < set(faults)
    bad = [f"{kind}: {one}" for kind, found in faults.items() for one in found]
    assert not bad, "\n".join(bad)


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
