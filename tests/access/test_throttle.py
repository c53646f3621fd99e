"""Guessing is slow: per account, per address, across restarts, and for nobody else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from app.access.throttle import SignInTries
from tests.access.conftest import PASSWORD

ROOT = Path(__file__).parents[2]
WRONG = "错的密码错的密码"


def guess(house, times, **more):
    return [house.sign_in(password=WRONG, **more)[1].status_code for _ in range(times)]


@pytest.mark.parametrize("login", ["扎西多杰", "没有这个人"])
def test_five_wrong_ones_and_then_a_wait(house, login):
    assert guess(house, 6, login=login) == [422] * 5 + [429]
    _, answer = house.sign_in(login=login)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "300"
    assert "5 分钟后再试" in answer.text


def test_the_wait_is_over_after_five_minutes(house):
    guess(house, 6)
    house.hands.pass_by(minutes=5)
    assert house.sign_in()[1].status_code == 303


def test_it_is_nobody_elses(house):
    guess(house, 6)
    assert house.sign_in(login="韩玉梅")[1].status_code == 303


def test_it_survives_a_new_process(house):
    guess(house, 6)
    house.open()
    assert house.sign_in()[1].status_code == 429


def test_a_right_password_forgives_the_wrong_ones(house):
    guess(house, 4)
    house.sign_in()
    assert guess(house, 5) == [422] * 5


def test_old_tries_are_forgotten(house):
    guess(house, 4)
    house.hands.pass_by(minutes=16)
    assert guess(house, 5) == [422] * 5


def test_an_address_is_held_too(house):
    names = [f"无名{n}" for n in range(51)]
    from_there = {"environ_base": {"REMOTE_ADDR": "10.9.8.7"}}
    codes = [
        house.sign_in(login=name, password=WRONG, **from_there)[1].status_code for name in names
    ]
    assert codes == [422] * 50 + [429]
    assert house.sign_in(**from_there)[1].status_code == 429
    assert house.sign_in()[1].status_code == 303


def test_one_footprint_when_the_brake_closes_and_none_for_each_knock(house):
    guess(house, 12)
    assert house.tags().count("access:sign_in:failed") == 5
    assert house.tags().count("access:sign_in:blocked") == 1


def test_a_failure_names_the_account_and_the_address_not_the_words(house):
    guess(house, 1, environ_base={"REMOTE_ADDR": "10.9.8.7"})
    tag, told = house.trail()[-1]
    assert tag == "access:sign_in:failed"
    assert told == {"account": str(house.world.users["扎西多杰"]), "address": "10.9.8.7"}


def test_a_name_that_was_tried_is_kept_only_as_a_keyed_hash(house):
    guess(house, 1, login="手滑输成密码了")
    with house.database.read() as session:
        subjects = session.scalars(select(SignInTries.subject)).all()
    assert len(subjects) == 2
    assert "手滑" not in str(subjects)


SCRIPT = """
import sys
from app.factory import create_app
from config import Config
flask = create_app(Config.from_env())
flask.config["WTF_CSRF_ENABLED"] = False
for password in sys.argv[1:]:
    answer = flask.test_client().post("/sign-in", data={"login": "boss", "password": password})
    print(answer.status_code)
"""


def test_a_real_second_process_finds_the_brake_closed(tmp_path):
    env = {**os.environ, "SIZHEN_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}

    def run(*args):
        done = subprocess.run(
            [sys.executable, *args], cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    flask = ("-m", "flask", "--app", "wsgi")
    run(*flask, "setup")
    run(*flask, "users", "make", "--login", "boss", "--role", "administrator")
    assert run("-c", SCRIPT, *[PASSWORD] * 6) == ["422"] * 5 + ["429"]
    assert run("-c", SCRIPT, PASSWORD) == ["429"]
