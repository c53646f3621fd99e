"""One's own password: forced at first, judged by length and guessability, ends the others."""

import pytest

from app.access.password_rules import check_password, common
from app.kernel.errors import Incomplete
from tests.access.conftest import PASSWORD, is_in

NEW = "牦牛 茶壶 电线杆 西宁"


def change(client, old=PASSWORD, new=NEW, again=None):
    data = {"old_password": old, "new_password": new, "again": again or new, "key": ""}
    return client.post("/account/password", data=data)


def test_the_first_password_must_be_changed_before_anything_else(house):
    house.change("扎西多杰", must_change_password=True)
    client, _ = house.sign_in()
    assert client.get("/account").location == "/account/password"
    assert client.get("/account/password").status_code == 200
    assert change(client).location == "/account"
    assert is_in(client)
    assert house.sign_in()[1].status_code == 422
    assert house.sign_in(password=NEW)[1].status_code == 303


def test_a_change_ends_the_sign_ins_elsewhere(house):
    here, _ = house.sign_in()
    there, _ = house.sign_in()
    change(here)
    assert is_in(here)
    assert not is_in(there)
    assert "access:password:changed" in house.tags()


def test_the_old_password_is_asked_and_guessing_it_is_slow(house):
    client, _ = house.sign_in()
    answers = [change(client, old="错的密码错的密码") for _ in range(6)]
    assert [answer.status_code for answer in answers][:5] == [422] * 5
    assert "您现在的密码不对" in answers[0].text
    assert "分钟后再试" in answers[5].text
    assert house.user("扎西多杰").password_hash == house.hash


def test_both_new_ones_must_be_the_same(house):
    client, _ = house.sign_in()
    answer = change(client, again="别的一句话 十二个字以上")
    assert answer.status_code == 422
    assert "不一样" in answer.text


def test_the_same_password_again_is_no_change(house):
    client, _ = house.sign_in()
    assert "和现在的一样" in change(client, new=PASSWORD).text


BAD = [
    "短密码",
    "elevenchars",
    "一" * 129,
    "password1234",
    "P@ssw0rd2026!!",
    "123456789012",
    "qwertyuiop123",
    "aaaaaaaaaaaaaa",
    "abcabcabcabcabc",
    "共和县调解2026年",
    "gonghexian2026!",
    "Sizhen@2026.com",
    "扎西多杰扎西多杰扎西多杰",
    "woaini5201314!!",
    "1qaz2wsx3edc4rfv",
    "Qwer1234!Qwer1234",
    "tiaojie-qinghai-2026",
]


@pytest.mark.parametrize("password", BAD)
def test_what_a_guesser_tries_first_is_refused(password):
    with pytest.raises(Incomplete):
        check_password(password, ["扎西多杰", "共和县"])


GOOD = [
    NEW,
    "三只羊过了网围栏也没人去管",
    "correct horse battery staple",
    "vs94-mg5p-sv2n-2yqp",
    "Kj8#mQ2$xW9!",
    "   leading and trailing   ",
    "茶" + "水壶碗盘刀勺锅铲桌椅" * 1 + "门窗",
    "བོད་ཡིག་གསང་ཚིག་ལེགས་པོ་",
]


@pytest.mark.parametrize("password", GOOD)
def test_a_long_unlikely_one_is_taken_in_any_script(password):
    check_password(password, ["扎西多杰", "共和县"])


def test_a_hundred_and_twenty_eight_characters_are_taken():
    check_password("".join(chr(0x4E00 + 7 * n) for n in range(128)))


def test_the_list_of_common_ones_is_there():
    assert len(common()) > 300


def test_a_control_character_is_refused():
    with pytest.raises(Incomplete, match="控制字符"):
        check_password("正常的一个密码里面有\u202e反转")


@pytest.mark.parametrize(("days", "forced"), [(0, False), (90, True)], ids=["不轮换", "九十天"])
def test_rotation_is_the_countys_choice(house, days, forced):
    house.open(password_days=days)
    house.hands.pass_by(days=91)
    client, _ = house.sign_in()
    there = client.get("/account")
    assert (there.status_code, there.location) == (
        (302, "/account/password") if forced else (200, None)
    )


def test_one_sees_and_ends_ones_own_sign_ins(house):
    here, _ = house.sign_in(environ_base={"REMOTE_ADDR": "10.0.0.1"})
    there, _ = house.sign_in(environ_base={"REMOTE_ADDR": "10.0.0.2"})
    shown = here.get("/account").text
    assert "10.0.0.1" in shown
    assert "10.0.0.2" in shown
    assert here.get_cookie("sizhen_sign_in").value.partition(".")[2] not in shown
    here.post("/account/sign-ins/others/end")
    assert is_in(here)
    assert not is_in(there)


def test_one_can_end_one_other_and_nobody_elses(house):
    here, _ = house.sign_in()
    there, _ = house.sign_in()
    other, _ = house.sign_in(login="韩玉梅")
    for client in (there, other):
        token = client.get_cookie("sizhen_sign_in").value.partition(".")[2]
        digest = __import__("hashlib").sha256(token.encode()).hexdigest()
        here.post(f"/account/sign-ins/{digest}/end")
    here.post("/account/sign-ins/not-a-hash/end")
    assert is_in(here)
    assert not is_in(there)
    assert is_in(other)
