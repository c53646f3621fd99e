"""Sealed copies on a PostgreSQL server: made, proven, put back, and never put over data unasked."""

import dataclasses
import json
import os
import signal

import pytest
from sqlalchemy import Engine, event, text

from app.factory import create_app
from app.kernel.backups.placing import READY
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from config import Config
from tests.killer import is_killed


class Machine:
    """A folder and a database of the server, and the command line over both."""

    def __init__(self, home, database):
        address = database.engine.url.render_as_string(hide_password=False)
        self.config = Config(home=home, database_url=address)
        home.mkdir(mode=0o700)

    def run(self, *words):
        """Run a command; answer its code, its JSON lines and what it said to a person."""
        flask = create_app(self.config)
        done = flask.test_cli_runner().invoke(args=[str(word) for word in words])
        if flask.extensions["sizhen.database"] is not None:
            flask.extensions["sizhen.database"].dispose()
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def database(self):
        return Database.open(self.config.address, KeyRing.load(self.config.keys))


@pytest.fixture
def county(postgresql_shelf, tmp_path):
    """A county that was set up by the command and has taken up cases."""
    with postgresql_shelf.empty() as empty:
        yield set_up(Machine(tmp_path / "county", empty))


@pytest.fixture
def elsewhere(postgresql_shelf, tmp_path):
    """A new machine with an empty database."""
    with postgresql_shelf.empty() as empty:
        yield Machine(tmp_path / "elsewhere", empty)


def set_up(machine):
    code, _, told = machine.run("setup")
    assert code == 0, told
    code, _, told = machine.run("demo", "--cases", "3")
    assert code == 0, told
    return machine


def everything(machine):
    """Read every row of every table, as text."""
    database = machine.database()
    with database.read() as session:
        names = session.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        ).all()
        rows = {
            name: sorted(map(str, session.execute(text(f'SELECT * FROM "{name}"')).all()))  # noqa: S608 (the tables' own names)
            for name in names
            if name != "restorations"  # where it is noted that the rows were put back
        }
    database.dispose()
    return rows


def test_a_copy_of_a_server_comes_back_whole_on_another(county, elsewhere, tmp_path):
    copy = tmp_path / "copy"
    code, (made,), told = county.run("backup", copy)
    assert code == 0, told
    assert made["counts"]["cases"] == 3
    code, (said,), told = elsewhere.run("restore", copy, "--keys", county.config.keys)
    assert code == 0, told
    assert said["chains"] == made["chains"]
    assert everything(elsewhere) == everything(county)  # the index of the search too
    code, (trail,), _ = elsewhere.run("audit", "verify")
    assert (code, trail["broken_at"]) == (0, None)
    assert trail["head"] == made["chains"][0]["head"]
    assert elsewhere.run("cases", "show", "2026-1")[1] == county.run("cases", "show", "2026-1")[1]


def test_what_was_put_back_still_refuses_a_forger_and_takes_new_steps(county, elsewhere, tmp_path):
    county.run("backup", tmp_path / "copy")
    elsewhere.run("restore", tmp_path / "copy", "--keys", county.config.keys)
    database = elsewhere.database()
    with pytest.raises(Exception, match="append-only"), database.write() as session:
        session.execute(text("UPDATE case_events SET particulars = '{}'"))
    database.dispose()
    assert elsewhere.run("users", "make", "--login", "later", "--role", "auditor")[0] == 0
    assert elsewhere.run("audit", "verify")[1][0]["broken_at"] is None


def test_nothing_is_put_over_data_unasked(county, tmp_path):
    copy = tmp_path / "copy"
    county.run("backup", copy)
    county.run("users", "make", "--login", "later", "--role", "auditor")
    before = everything(county)
    code, lines, told = county.run("restore", copy)
    assert (code, lines) == (2, [])
    assert "--over" in told
    assert everything(county) == before
    code, _, told = county.run("restore", "--over", copy)
    assert code == 0, told
    assert "later" not in str(county.run("users", "list")[1])
    assert county.run("audit", "verify")[1][0]["broken_at"] is None


def test_a_harmed_copy_leaves_the_servers_data_as_it_was(county, tmp_path):
    copy = tmp_path / "copy"
    county.run("backup", copy)
    before = everything(county)
    body = copy.read_bytes()
    for harmed in (body[: len(body) // 2], body[:-40] + bytes(40), b"PK" + bytes(500)):
        copy.write_bytes(harmed)
        code, _, told = county.run("restore", "--over", copy)
        assert code == 2, told
        assert "备份" in told
        assert everything(county) == before


def test_the_copy_of_a_file_is_not_put_into_a_server(county, tmp_path):
    single = Machine.__new__(Machine)
    single.config = dataclasses.replace(county.config, home=tmp_path / "single", database_url="")
    single.config.home.mkdir(mode=0o700)
    (single.config.home / "keys.json").write_bytes(county.config.keys.read_bytes())
    (single.config.home / "keys.json").chmod(0o600)
    assert single.run("setup")[0] == 0
    assert single.run("backup", tmp_path / "copy")[0] == 0
    before = everything(county)
    code, _, told = county.run("restore", "--over", tmp_path / "copy")
    assert code == 2
    assert "不是一种" in told
    assert everything(county) == before


def marked(county, tmp_path):
    """Make a copy, then change a row and a file of the county."""
    (county.config.home / "top").write_text("old")
    county.run("backup", tmp_path / "copy")
    county.run("users", "make", "--login", "later", "--role", "auditor")
    (county.config.home / "top").write_text("later")
    return tmp_path / "copy"


def marks(machine):
    return "later" in str(machine.run("users", "list")[1]), (
        machine.config.home / "top"
    ).read_text()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_rows_count_from_their_commit_and_the_files_with_them(county, tmp_path):
    copy, ready = marked(county, tmp_path), county.config.home / READY

    def killed_before_its_commit():
        def kill(_connection):
            if ready.exists():
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "commit", kill)
        county.run("restore", "--over", copy)

    assert is_killed(killed_before_its_commit, lambda _: False)
    assert ready.exists()
    assert marks(county) == (True, "later")
    assert not ready.exists()
    assert is_killed(lambda: county.run("restore", "--over", copy), lambda _: ready.exists())
    assert marks(county) == (False, "old")
    assert county.run("audit", "verify")[1][0]["broken_at"] is None
