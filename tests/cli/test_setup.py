"""From nothing to an installation: once, recoverably, and never over what is there."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from app.factory import create_app
from app.people.users import User
from app.places.model import Area, County
from config import Config

ROOT = Path(__file__).parents[2]
GUIDE = """code,name,level,parent_code
63,青海省,province,
6325,海南藏族自治州,prefecture,63
632523,贵德县,county,6325
632523100,河阴镇,township,632523
632523100200,西家嘴村委会,village,632523100
"""


def run(home, *args):
    """Run a command; answer its code, its JSON lines and what it said to a person."""
    flask = create_app(Config(home=home))
    done = flask.test_cli_runner().invoke(args=list(args))
    if flask.extensions["sizhen.database"] is not None:
        flask.extensions["sizhen.database"].dispose()
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return done.exit_code, lines, done.stderr


def opened(home):
    return create_app(Config(home=home)).extensions["sizhen.database"]


def test_a_new_folder_becomes_an_installation_and_a_second_run_changes_nothing(tmp_path):
    home = tmp_path / "home"
    code, (said,), told = run(home, "setup")
    assert code == 0
    assert said == {
        "home": str(home), "keys": "made", "counties": ["632521"], "areas_changed": 143,
    }  # fmt: skip
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "keys.json").stat().st_mode & 0o777 == 0o600
    assert "另存一份到保管处" in told
    keys = (home / "keys.json").read_bytes()
    code, (said,), _ = run(home, "setup")
    assert (code, said["keys"], said["areas_changed"]) == (0, "kept", 0)
    assert (home / "keys.json").read_bytes() == keys


def test_a_fresh_installation_has_no_usable_password(tmp_path):
    run(tmp_path / "home", "setup")
    database = opened(tmp_path / "home")
    with database.read() as session:
        hashes = session.scalars(select(User.password_hash).where(User.county_id == "632521"))
        assert set(hashes) == {None}
    database.dispose()


def test_another_countys_file_makes_another_county(tmp_path):
    file = tmp_path / "guide.csv"
    file.write_text(GUIDE, encoding="utf-8")
    code, (said,), _ = run(tmp_path / "home", "setup", "--areas", str(file))
    assert (code, said["counties"], said["areas_changed"]) == (0, ["632523"], 5)
    code, (said,), _ = run(tmp_path / "home", "setup")  # the default file is not forced on it
    assert (code, said["counties"]) == (0, ["632523"])
    database = opened(tmp_path / "home")
    with database.read() as session:
        assert session.get_one(County, "632523").short_name == "贵"
        assert session.get(Area, ("632523", "632523100200")).name == "西家嘴村委会"
    database.dispose()


@pytest.mark.parametrize(
    ("text", "words"), [("nonsense", "第 1 行"), (GUIDE, "本县代码")], ids=["坏文件", "别的县"]
)
def test_a_wrong_file_makes_nothing_half(tmp_path, text, words):
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    code, lines, told = run(tmp_path / "home", "setup", "--areas", str(file), "--county", "632521")
    assert (code, lines) == (2, [])
    assert words in told
    assert run(tmp_path / "home", "setup")[0] == 0


def test_new_keys_are_never_made_over_data(tmp_path):
    home = tmp_path / "home"
    run(home, "setup")
    (home / "keys.json").rename(tmp_path / "kept.json")
    code, lines, told = run(home, "setup")
    assert (code, lines) == (2, [])
    assert "不会重新生成" in told
    assert not (home / "keys.json").exists()
    (tmp_path / "kept.json").rename(home / "keys.json")
    assert run(home, "setup")[0] == 0


def test_a_broken_key_file_is_said_and_kept(tmp_path):
    home = tmp_path / "home"
    run(home, "setup")
    (home / "keys.json").write_text("{half", encoding="ascii")
    code, _, told = run(home, "setup")
    assert code == 2
    assert "可能损坏" in told
    assert (home / "keys.json").read_text(encoding="ascii") == "{half"
    flask = create_app(Config(home=home))
    assert "doctor" in flask.test_client().get("/sign-in").text


def test_before_set_up_every_page_says_how(tmp_path):
    answer = create_app(Config(home=tmp_path / "none")).test_client().get("/sign-in")
    assert answer.status_code == 503
    assert "flask --app wsgi doctor" in answer.text


@pytest.mark.parametrize("after", [0.6, 0.9, 1.2])
def test_a_kill_in_the_middle_leaves_what_a_second_run_finishes(tmp_path, after):
    home = tmp_path / "home"
    env = {**os.environ, "SIZHEN_HOME": str(home), "SIZHEN_DATABASE_URL": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "wsgi", "setup"],
        cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    code, lines, told = run(home, "setup")
    assert code == 0, told
    assert lines[0]["counties"] == ["632521"]
    database = opened(home)
    with database.read() as session:
        found = session.scalars(select(Area.code).where(Area.county_id == "632521")).all()
        assert len(found) == 143
    database.dispose()


def test_the_first_administrator_is_made_at_the_machine(tmp_path):
    home = tmp_path / "home"
    run(home, "setup")
    code, (said,), told = run(home, "users", "make", "--login", "Boss", "--role", "administrator")
    assert code == 0
    assert said["login"] == "boss"
    assert "只显示这一次" in told
    flask = create_app(Config(home=home))
    flask.config["WTF_CSRF_ENABLED"] = False
    client = flask.test_client()
    client.post("/sign-in", data={"login": "boss", "password": said["password"]})
    assert client.get("/account").location == "/account/password"
    code, lines, told = run(home, "users", "make", "--login", "boss", "--role", "auditor")
    assert (code, lines) == (2, [])
    assert "已经有人用过" in told
    assert run(home, "users", "list")[1][0]["login"] == "boss"
    assert run(home, "users", "disable", "--login", "boss")[0] == 2  # the last one
    assert run(home, "users", "reset", "--login", "nobody")[0] == 2
    assert said["password"] not in str([p.read_bytes() for p in (home / "logs").glob("*")])
