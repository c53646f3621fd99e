"""Bad lines, ended sign-ins, portals, slow centres: what was written waits, and goes once."""

import pytest
from playwright.sync_api import expect

from tests.offline.harness import fill_outbox, tell, until, visit

pytestmark = [pytest.mark.browser, pytest.mark.offline]
API = "**/api/offline/**"


def test_the_sign_in_ended_while_away(laptop, centre):
    laptop.begin()
    centre.kill()
    visit(laptop)
    centre.start()
    centre.end_sign_ins()
    laptop.send()
    expect(laptop.page.locator("#queue")).to_contain_text("重新登录")
    assert not centre.inbox
    laptop.sign_in()
    laptop.unlock()
    laptop.waits_for(1)


def test_an_old_token_is_replaced_without_a_word(laptop, centre):
    laptop.begin()
    centre.kill()
    visit(laptop)
    centre.start(CENTRE_TOKEN_SECONDS="-1")
    laptop.send()
    laptop.page.wait_for_timeout(1500)
    assert laptop.rows()[0]["status"] == "waiting"
    centre.kill()
    centre.start(CENTRE_TOKEN_SECONDS="30")
    laptop.send()
    laptop.waits_for(1)


def test_a_captive_portal_is_not_the_centre(laptop, centre):
    page = laptop.begin()
    laptop.context.route(
        API,
        lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>请登录</h1>"),
    )
    visit(laptop)
    laptop.send()
    expect(page.locator("#net")).to_contain_text("连不上中心")
    assert laptop.rows()[0]["status"] == "waiting"
    laptop.context.unroute(API)
    laptop.send()
    laptop.waits_for(1)


def test_a_slow_centre_blocks_no_writing(laptop, centre):
    laptop.begin()
    centre.fault("slow")
    visit(laptop)
    visit(laptop, 2)
    laptop.waits_for(2)
    assert [row["attempts"] for row in centre.inbox] == [1, 1]


def test_a_photo_goes_on_where_the_line_was_cut(laptop, centre, photo):
    laptop.begin()
    centre.kill()
    visit(laptop, photo=[photo], sign=True)
    centre.start()
    sent = []

    def cut(route):
        sent.append(route.request.url)
        route.abort() if len(sent) == 3 else route.continue_()

    laptop.context.route("**/api/offline/blobs/*offset*", cut)
    laptop.send()
    until(lambda: laptop.page.evaluate("1") and len(sent) >= 3)
    assert not centre.inbox
    laptop.context.unroute("**/api/offline/blobs/*offset*")
    offsets = []
    laptop.page.on(
        "request",
        lambda r: (
            "offset=" in r.url and offsets.append(int(r.url.split("offset=")[1].split("&")[0]))
        ),
    )
    laptop.send()
    laptop.waits_for(2)
    assert 0 < min(offset for offset in offsets if offset) <= 131072
    assert offsets[0] == 131072


def test_a_slow_clock_is_told_and_the_order_stays(laptop, centre):
    laptop.page.clock.install(time="2020-01-01T00:00:00Z")
    laptop.begin()
    centre.kill()
    for text in ("第一通", "第二通", "第三通"):
        tell(laptop, text=text)
    centre.start()
    laptop.send()
    laptop.waits_for(3)
    said = [row["envelope"]["payload"]["text"] for row in centre.inbox]
    assert said == ["第一通", "第二通", "第三通"]
    assert all("clock_skew" in row["result"]["flags"] for row in centre.inbox)


def test_two_hundred_records_arrive_in_order(laptop, centre):
    laptop.begin()
    laptop.context.set_offline(True)
    fill_outbox(laptop, 200)
    laptop.context.set_offline(False)
    laptop.send()
    laptop.waits_for(200, seconds=60)
    assert [row["envelope"]["payload"]["text"] for row in centre.inbox] == [
        f"第{n}条" for n in range(200)
    ]
