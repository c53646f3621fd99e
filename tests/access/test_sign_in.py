"""The front door: the same for everybody, slow for guessers, silent about who is known."""

import re

import pytest
from sqlalchemy import select

from app.access import passwords as module
from app.access.passwords import Passwords
from app.access.sessions import SignIn
from app.access.throttle import SignInTries
from app.kernel.errors import Busy
from config import Config
from tests.access.conftest import FAST, PASSWORD, is_in


def text_of(answer):
    return re.sub(r'value="[^"]*"', "", answer.text)


def test_the_right_password_lets_in(house):
    client, answer = house.sign_in(next="/account")
    assert (answer.status_code, answer.location) == (303, "/account")
    assert is_in(client)
    assert house.tags() == ["access:sign_in:begun"]


def test_an_unknown_name_and_a_wrong_password_are_told_the_same(house):
    _, wrong = house.sign_in(password="错的密码错的密码")
    _, unknown = house.sign_in(login="没有这个人")
    assert wrong.status_code == unknown.status_code == 422
    assert "登录名或密码不对" in wrong.text
    assert text_of(wrong).replace("扎西多杰", "") == text_of(unknown).replace("没有这个人", "")


def test_an_unknown_name_costs_the_same_work(house, monkeypatch):
    seen = []
    verify = module.PasswordHasher.verify
    monkeypatch.setattr(
        module.PasswordHasher,
        "verify",
        lambda self, known, typed: seen.append(known[:28]) or verify(self, known, typed),
    )
    house.sign_in(password="错的密码错的密码")
    house.sign_in(login="没有这个人")
    house.change("完玛", disabled_on=house.hands.at.date())
    house.sign_in(login="完玛")
    assert len(seen) == 3
    assert len(set(seen)) == 1  # the same parameters each time


@pytest.mark.parametrize("name", ["完玛", "系统"])
def test_a_disabled_account_and_the_systems_own_stay_out(house, name):
    house.change("完玛", disabled_on=house.hands.at.date())
    house.change("系统", password_hash=house.hash)
    client, answer = house.sign_in(login=name)
    assert answer.status_code == 422
    assert not is_in(client)


@pytest.mark.parametrize(
    "there",
    ["https://坏人.example/", "//bad.example", "/\\bad.example", "\\\\bad", "javascript:alert(1)",
     "/a\r\nSet-Cookie: x=1", ""],
)  # fmt: skip
def test_the_way_on_stays_in_the_house(house, there):
    _, answer = house.sign_in(next=there)
    assert answer.location == "/today"


def test_a_stranger_is_brought_back_to_where_they_wanted(house):
    answer = house.flask.test_client().get("/account?a=1")
    assert answer.location == "/sign-in?next=/account?a%3D1"


def test_the_cookie_is_kept_from_scripts_and_other_sites(house):
    _, plain = house.sign_in()
    cookie = plain.headers["Set-Cookie"]
    assert cookie.startswith("sizhen_sign_in=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_tls_the_cookie_is_bound_to_this_host(house):
    client, answer = house.sign_in(base_url="https://localhost")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-sizhen_sign_in=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert client.get("/account", base_url="https://localhost").status_code == 200


def test_a_plain_cookie_is_no_good_over_tls(house):
    client, _ = house.sign_in()
    value = client.get_cookie("sizhen_sign_in").value
    other = house.flask.test_client()
    other.set_cookie("sizhen_sign_in", value, secure=True)
    assert other.get("/account", base_url="https://localhost").status_code == 302


def test_signing_in_again_gives_a_new_token_and_ends_the_old_one(house):
    client, _ = house.sign_in()
    before = client.get_cookie("sizhen_sign_in").value
    house.sign_in(client=client)
    assert client.get_cookie("sizhen_sign_in").value != before
    thief = house.flask.test_client()
    thief.set_cookie("sizhen_sign_in", before)
    assert not is_in(thief)


def test_the_token_is_stored_only_hashed(house):
    client, _ = house.sign_in()
    token = client.get_cookie("sizhen_sign_in").value.partition(".")[2]
    with house.database.read() as session:
        stored = session.scalars(select(SignIn)).one()
    assert token.encode() not in stored.token_sha256
    assert len(token) >= 22  # at least 128 bits in base64


def test_signing_out_ends_it_on_the_server(house):
    client, _ = house.sign_in()
    value = client.get_cookie("sizhen_sign_in").value
    assert client.post("/sign-out").location == "/sign-in"
    client.set_cookie("sizhen_sign_in", value)
    assert not is_in(client)
    assert house.tags()[-1] == "access:sign_in:ended"


@pytest.mark.parametrize(("minutes", "still"), [(29, True), (30, False)], ids=["29分钟", "30分钟"])
def test_an_unused_sign_in_ends_after_half_an_hour(house, minutes, still):
    client, _ = house.sign_in()
    house.hands.pass_by(minutes=minutes)
    assert is_in(client) is still


def test_a_used_sign_in_ends_after_twelve_hours(house):
    client, _ = house.sign_in()
    for _ in range(35):
        house.hands.pass_by(minutes=20)
        assert is_in(client)
    house.hands.pass_by(minutes=20)
    assert not is_in(client)


def test_a_hash_of_weaker_parameters_is_made_anew(house):
    house.open(password_rounds=2)
    assert house.sign_in()[1].status_code == 303
    assert ",t=2," in house.user("扎西多杰").password_hash
    assert house.sign_in()[1].status_code == 303


def test_only_so_many_passwords_are_checked_at_once(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    checker = Passwords.of(Config(**FAST, hashing_at_once=1))
    checker.turns.acquire()
    with pytest.raises(Busy, match="正忙"):
        checker.match(None, PASSWORD)


def test_least_strength_is_that_of_owasp():
    hasher = Passwords.of(Config()).hasher
    assert (hasher.memory_cost, hasher.time_cost, hasher.parallelism) == (19456, 2, 1)
    assert Passwords.of(Config()).hash(PASSWORD).startswith("$argon2id$")


def test_composed_and_wide_spellings_of_a_password_are_one(house):
    assert house.sign_in(password=PASSWORD.replace(" ", "\u3000"))[1].status_code == 303


def test_nothing_that_was_typed_is_kept_anywhere(house):
    secret = "很秘密的一句话 不该留下"  # noqa: S105 (invented)
    client, _ = house.sign_in(login=secret, password=secret)
    house.sign_in(password=secret)
    client, _ = house.sign_in()
    token = client.get_cookie("sizhen_sign_in").value.partition(".")[2]
    said = str(house.trail())
    with house.database.read() as session:
        said += str([row.subject for row in session.scalars(select(SignInTries))])
    logs = [path.read_text(encoding="utf-8") for path in (house.home / "logs").glob("*")]
    assert logs
    for kept in (said, *logs):
        assert secret not in kept
        assert token not in kept
        assert PASSWORD not in kept
