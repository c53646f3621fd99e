"""A restored copy counts from one rename on; a kill at any change leaves the old or the new."""

from pathlib import Path

import pytest

from app.kernel.backups.placing import DONE, READY, finish, make_ready, put_in_place
from app.kernel.files import write_whole
from tests.killer import is_killed, nth

OLD = {"sizhen.db": "old", "top": "old", "keys.json": "kept", "committee/key": "old",
       "committee/other": "kept"}  # fmt: skip
NEW = {**OLD, "sizhen.db": "new", "top": "new", "committee/key": "new", "added/file": "new"}
NEW |= {"sizhen.db.before-restore": "old", "seal.before-restore/here": "old", "seal": "new"}
OLD |= {"seal/here": "old"}
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def write(folder, files):
    for name, words in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words)


def read(home):
    return {
        path.relative_to(home).as_posix(): path.read_text()
        for path in home.rglob("*")
        if path.is_file() and not path.is_relative_to(home / DONE)
    }


def filled(home):
    write(home, OLD)
    copy = home / ".copy-1"
    write(copy, {"database": "new", "manifest.json": "{}", "home/top": "new"})
    write(copy / "home", {"committee/key": "new", "added/file": "new", "seal": "new"})
    return copy


def put(home):
    make_ready(home / ".copy-1")
    put_in_place(home, None, f"sqlite:///{home}/sizhen.db")


def test_a_kill_at_any_change_leaves_the_old_or_the_new(tmp_path):
    ends = []
    for number in range(1, 100):
        home = tmp_path / str(number)
        copy = filled(home)
        if not is_killed(lambda home=home: put(home), nth(number)):
            break
        is_old = copy.exists()
        finish(home, None, f"sqlite:///{home}/sizhen.db")
        left = {path: words for path, words in read(home).items() if not path.startswith(".copy-1")}
        assert left == (OLD if is_old else NEW), number
        assert not (home / READY).exists()
        ends.append(is_old)
    assert ends[:2] == [True, False]  # the first change is the one that counts
    assert len(ends) > 10


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    file = tmp_path / "said"
    for number in range(1, 10):
        file.write_bytes(b"old")
        if not is_killed(lambda: write_whole(file, b"new"), nth(number)):
            break
        assert file.read_bytes() == b"old"
        write_whole(file, b"new")
        assert file.read_bytes() == b"new"
        assert list(tmp_path.iterdir()) == [file]
    assert number == 3  # the draft was opened, then named


def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch):
    file = tmp_path / "said"
    file.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed_and_a_pipe_is_written_as_it_is(tmp_path):
    (tmp_path / "there").write_bytes(b"old")
    (tmp_path / "link").symlink_to("there")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "there").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()
    write_whole(Path("/dev/null"), b"new")
    assert Path("/dev/null").is_char_device()
