"""`backup` and `restore` killed, or on a full disk: before or after, and the next run needs no help."""

import json
import shutil

import pytest
from sqlalchemy import text

from app.agreements.restorations import put_backs
from app.cli.backup import LATEST
from app.cli.restoring import _settle
from app.cli.workplace import PREFIX
from app.kernel.backups.placing import READY
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.errors import Busy
from tests.cli.test_setup import opened, run
from tests.killer import is_killed, naming

FULL = OSError(28, "No space left on device")
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """An installation with one account, and a copy of what it was before the second."""
    folder = tmp_path_factory.mktemp("founded")
    home, copy = folder / "home", folder / "copies" / "first"
    copy.parent.mkdir()
    run(home, "setup")
    add(home, "first")
    assert run(home, "backup", str(copy))[0] == 0
    (home / LATEST).unlink()
    add(home, "second")
    return folder


@pytest.fixture
def home(founded, tmp_path):
    shutil.copytree(founded, tmp_path, dirs_exist_ok=True)
    return tmp_path / "home"


@pytest.fixture
def copy(home):
    return home.parent / "copies" / "first"


def add(home, login):
    code, _, told = run(home, "users", "make", "--login", login, "--role", "auditor")
    assert code == 0, told


def logins(home):
    code, said, told = run(home, "users", "list")
    assert code == 0, told
    return {name for name in ("first", "second") if name in str(said)}


def left(home):
    """Name what a run left in the installation and beside the copies."""
    copies = home.parent / "copies"
    found = [path.name for folder in (home, copies) for path in folder.iterdir()]
    return [
        one for one in found if one.startswith((PREFIX, READY)) or one.endswith((".part", ".new"))
    ]


def is_whole(home):
    return run(home, "audit", "verify")[0] == 0


@pytest.mark.parametrize(
    "at", [("os.rename", "draft"), ("open", "manifest"), ("os.rename", ".part")]
)
def test_a_killed_backup_leaves_the_old_copy_and_the_next_clears_up(home, copy, at):
    before = copy.read_bytes()
    assert is_killed(lambda: run(home, "backup", str(copy)), naming(*at))
    assert copy.read_bytes() == before
    assert left(home)
    assert run(home, "backup", str(copy))[0] == 0
    assert copy.read_bytes() != before
    assert left(home) == []


def test_a_backup_leaves_the_draft_of_another_alone(home, copy):
    draft = copy.with_name("first.part")
    draft.write_bytes(b"of another")
    code, _, told = run(home, "backup", str(copy))
    assert code == 2
    assert "另一份备份正在做" in told
    assert draft.read_bytes() == b"of another"


def test_a_backup_that_could_not_be_noted_is_said_to_be_made(home, copy, monkeypatch):
    def full(*_):
        raise FULL

    monkeypatch.setattr("app.cli.backup.write_whole", full)
    code, (made,), told = run(home, "backup", str(copy))
    assert (code, made["bytes"]) == (1, copy.stat().st_size)
    assert "备份做好了，但没能记" in told


@pytest.mark.parametrize("at", [("open", "restorations.json"), ("os.rename", READY)])
def test_a_restoration_killed_before_it_counts_changed_nothing(home, copy, at):
    assert is_killed(lambda: run(home, "restore", "--over", str(copy)), naming(*at))
    assert logins(home) == {"first", "second"}
    assert is_whole(home)
    assert run(home, "restore", "--over", str(copy))[0] == 0
    assert logins(home) == {"first"}
    assert left(home) == []


@pytest.mark.parametrize("name", ["before-restore", "database", "restorations.json", ".copy-done"])
def test_a_restoration_killed_once_it_counts_is_finished_by_the_next_command(home, copy, name):
    work = lambda: run(home, "restore", "--over", str(copy))  # noqa: E731 (one line)
    assert is_killed(work, lambda change: (home / READY).exists() and name in str(change))
    assert logins(home) == {"first"}
    assert is_whole(home)
    with opened(home).read() as session:
        assert len(put_backs(session)) == 1
    for folder in (home, copy.parent):
        assert len(json.loads((folder / "restorations.json").read_text(encoding="utf-8"))) == 1
    assert (home / "sizhen.db.before-restore").exists()
    run(home, "backup", str(copy))
    assert left(home) == []


def test_a_killed_restoration_to_a_new_machine_says_that_it_was_finished(home, copy):
    there, keys = home.parent / "there", str(home / "keys.json")
    work = lambda: run(there, "restore", str(copy), "--keys", keys)  # noqa: E731 (one line)
    assert is_killed(work, lambda _: (there / READY).exists())
    code, _, told = run(there, "restore", str(copy), "--keys", keys)
    assert code == 2
    assert "恢复来的" in told
    assert logins(there) == {"first"}


def test_brought_keys_are_whole_or_not_there(home, copy, monkeypatch):
    there, keys = home.parent / "there", str(home / "keys.json")

    def full(_body, file):
        file.write("{half")
        raise FULL

    with monkeypatch.context() as disk:
        disk.setattr("app.kernel.crypto.json.dump", full)
        code, _, told = run(there, "restore", str(copy), "--keys", keys)
    assert code == 2
    assert "磁盘满了" in told
    assert run(there, "restore", str(copy), "--keys", keys)[0] == 0
    assert logins(there) == {"first"}
    assert left(there) == []


def test_a_disk_without_room_for_a_journal_is_not_called_a_site_at_work(home):
    database = Database.open(f"sqlite:///{home}/none/sizhen.db", KeyRing.load(home / "keys.json"))
    with pytest.raises(Busy, match="磁盘已满或不可写，没有恢复"):
        _settle(database)
    with pytest.raises(Busy, match="磁盘已满或不可写"), database.read() as session:
        session.execute(text("SELECT 1"))
