"""A page that was left open while the sign-in ended: one press saves what was typed into it."""

import re

import pytest

from tests.access.conftest import is_in

PAGE = "/account/messages"


def token(page):
    return re.search(r'name="csrf_token"[^>]*value="([^"]*)"', page.text)[1]


@pytest.fixture
def left_open(house):
    """A browser with a page of 扎西多杰, and what was typed into it."""
    house.flask.config["WTF_CSRF_ENABLED"] = True
    client = house.flask.test_client()
    sign_in(house, client)
    typed = {"channel": "email", "address": "a@b.cn", "csrf_token": token(client.get(PAGE))}
    return client, typed


def sign_in(house, client, login="扎西多杰"):
    house.sign_in(login, client=client, csrf_token=token(client.get("/sign-in")))
    assert is_in(client)


def test_what_was_typed_when_the_sign_in_ended_is_saved_with_one_press(house, left_open):
    client, typed = left_open
    house.hands.pass_by(hours=20)
    given_back = client.post(PAGE, data=typed)
    assert given_back.status_code == 401
    assert "邮箱或手机号" in given_back.text
    sign_in(house, client)
    for one in (token(given_back), typed["csrf_token"]):
        assert client.post(PAGE, data=typed | {"csrf_token": one}).status_code == 303


def test_who_signs_in_over_another_leaves_no_page_of_theirs_usable(house, left_open):
    client, typed = left_open
    sign_in(house, client, "完玛")
    assert client.post(PAGE, data=typed).status_code == 400
