"""A forged post is refused; a person whose page grew old keeps what they typed and goes on."""

import re

import pytest

from app.web.visitor import COOKIE
from tests.busy_desk import busy_desk


@pytest.fixture
def form(flask, bus, database, world, as_user):
    """A page with a form, with the guard against forged posts on."""
    desk = busy_desk(bus, database, world)
    flask.config["WTF_CSRF_ENABLED"] = True
    client = as_user("扎西多杰")
    party = desk.parties("草场")[0]
    return client, f"/cases/{desk.cases['草场']}/parties/{party}/disclosure"


def hidden(page, name):
    return re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)[1]


def test_our_own_page_is_taken(form):
    client, path = form
    page = client.get(path).text
    said = {name: hidden(page, name) for name in ("csrf_token", "key")}
    assert client.post(path, data=said | {"purpose": "contact"}).status_code == 200


@pytest.mark.parametrize("token", [None, "", "forged"])
def test_a_forged_post_is_refused(form, token):
    client, path = form
    said = {"purpose": "contact", "csrf_token": token} if token is not None else {"purpose": "x"}
    answer = client.post(path, data=said)
    assert answer.status_code == 400
    assert "没有保存" in answer.text


def test_what_was_typed_is_kept_and_can_be_sent_again_from_our_own_page(form):
    client, path = form
    said = {"purpose": "contact", "key": "01a213ed-8c76-78c2-8ab4-5dd1a806344f", "password": "秘密"}
    answer = client.post(path, data=said, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 400
    assert "秘密" not in answer.text
    assert "重新提交" in answer.text
    again = {name: hidden(answer.text, name) for name in ("csrf_token", "key", "purpose")}
    assert client.post(path, data=again).status_code == 200


def test_another_site_cannot_have_it_sent_again(form):
    client, path = form
    answer = client.post(path, data={"purpose": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert "重新提交" not in answer.text.split("您填写的内容还在")[1]


def test_who_was_signed_out_meanwhile_keeps_what_was_typed_and_sends_it_after_signing_in(form):
    client, path = form
    signed_in = client.get_cookie(COOKIE).value
    client.delete_cookie(COOKIE)
    said = {"purpose": "contact", "key": "01a213ed-8c76-78c2-8ab4-5dd1a806344f", "password": "秘密"}
    answer = client.post(path, data=said, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 401
    assert "新标签页登录" in answer.text
    assert "秘密" not in answer.text
    client.set_cookie(COOKIE, signed_in)
    again = {name: hidden(answer.text, name) for name in ("csrf_token", "key", "purpose")}
    assert client.post(path, data=again).status_code == 200


def test_a_stranger_who_typed_nothing_is_led_to_the_sign_in(form):
    client, path = form
    client.delete_cookie(COOKIE)
    assert client.post(path).location == "/sign-in"


def test_what_is_given_back_stands_in_the_words_of_its_form(form):
    client, path = form
    client.delete_cookie(COOKIE)
    said = {
        "purpose": "contact",
        "key": "01a213ed-8c76-78c2-8ab4-5dd1a806344f",
        "odd": "ab",
        "press": "x",
    }
    answer = client.post(path, data=said, headers={"Sec-Fetch-Site": "same-origin"})
    shown = re.findall(r"<label[^>]*>([^<]*)</label>\s*<textarea[^>]*>([^<]*)<", answer.text)
    assert shown == [("查看用途", "联系当事人"), ("另填的内容", "ab")]
