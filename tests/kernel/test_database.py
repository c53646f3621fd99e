"""The database neither lies nor starves, and nobody can read its file."""

import pytest
from sqlalchemy import text

from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.errors import Busy
from app.kernel.queue import FifoLock


def test_the_file_is_not_readable_without_its_key(tmp_path):
    database = Database.open(f"sqlite:///{tmp_path}/a.db", KeyRing.new())
    with database.write() as session:
        session.execute(text("CREATE TABLE secret (name TEXT)"))
        session.execute(text("INSERT INTO secret VALUES ('才让卓玛')"))
    database.dispose()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert "才让卓玛".encode() not in stored
    stranger = Database.open(f"sqlite:///{tmp_path}/a.db", KeyRing.new())
    with pytest.raises(Exception, match="not a database"), stranger.read() as session:
        session.execute(text("SELECT * FROM secret"))
    stranger.dispose()


def test_a_failed_block_leaves_nothing_not_even_a_table(tmp_path):
    database = Database.open(f"sqlite:///{tmp_path}/a.db", KeyRing.new())
    with pytest.raises(ZeroDivisionError), database.write() as session:
        session.execute(text("CREATE TABLE half (a INTEGER)"))
        _ = 1 / 0
    with database.read() as session:
        found = session.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'half'"))
    assert found == 0
    database.dispose()


def test_a_full_disk_is_said_in_words_and_keeps_what_was_there(tmp_path):
    database = Database.open(f"sqlite:///{tmp_path}/a.db", KeyRing.new())
    with database.write() as session:
        session.execute(text("CREATE TABLE t (a TEXT)"))
        session.execute(text("INSERT INTO t VALUES ('一')"))
    with pytest.raises(Busy, match="磁盘已满"), database.write() as session:
        session.execute(text("PRAGMA max_page_count = 8"))
        session.execute(text("INSERT INTO t VALUES (:much)"), {"much": "满" * 1_000_000})
    database.dispose()
    again = Database.open(f"sqlite:///{tmp_path}/a.db", database.ring)
    with again.read() as session:
        assert session.scalars(text("SELECT a FROM t")).all() == ["一"]
    again.dispose()


def test_a_lock_held_elsewhere_is_said_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr("app.kernel.sqlite.PRAGMAS", ("journal_mode=WAL", "busy_timeout=50"))
    ring = KeyRing.new()
    one = Database.open(f"sqlite:///{tmp_path}/a.db", ring)
    other = Database.open(f"sqlite:///{tmp_path}/a.db", ring)
    with one.write() as holder:
        holder.execute(text("CREATE TABLE t (a TEXT)"))
        with pytest.raises(Busy, match="稍候再点一次"), other.write() as session:
            session.execute(text("CREATE TABLE u (a TEXT)"))
    one.dispose()
    other.dispose()


def test_the_queue_serves_in_order_and_a_waiter_may_give_up():
    queue = FifoLock()
    assert queue.acquire(0)
    assert not queue.acquire(0.01)
    queue.release()
    assert queue.acquire(0)


def test_the_engine_learns_how_full_its_tables_are_while_others_read(tmp_path):
    database = Database.open(f"sqlite:///{tmp_path}/a.db", KeyRing.new())
    with database.write() as session:
        session.execute(text("CREATE TABLE t (county TEXT, a INTEGER)"))
        session.execute(text("CREATE INDEX by_a ON t (county, a)"))
        rows = [{"a": n % 50} for n in range(500)]
        session.execute(text("INSERT INTO t VALUES ('632521', :a)"), rows)
    with database.read() as reader:
        reader.execute(text("SELECT count(*) FROM t"))
        database.renew_statistics()
        reader.execute(text("SELECT count(*) FROM t"))
    with database.read() as session:
        known = dict(
            session.execute(text("SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 't'")).all()
        )
    assert known["by_a"].split()[1:] == ["500", "10"]  # rows a county, rows a value
    database.dispose()


def test_on_either_engine_it_may_be_asked(database):
    database.renew_statistics()
    with database.read() as session:
        assert session.scalar(text("SELECT 1")) == 1
