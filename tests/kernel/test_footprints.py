from datetime import date

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError

from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.footprints import ChainHead, Footprint, verify
from tests.tampering import unlock
from tests.world import COUNTY, NOW


def leave(database, world, *tags):
    command = Command(county_id=COUNTY, actor_id=world.users["系统"], on=date(2026, 3, 2))
    with database.write() as session:
        work = Work(session, command, NOW, database.ring)
        for tag in tags:
            work.record(tag, why="测试")


def check(database):
    with database.read() as session:
        return verify(session, COUNTY, database.ring.chain_key)


def test_an_untouched_chain_is_whole(database, world):
    leave(database, world, "a", "b")
    leave(database, world, "c")
    verdict = check(database)
    assert (verdict.rows, verdict.broken_at) == (3, None)


@pytest.mark.parametrize("verb", ["UPDATE case_events SET tag = 'x'", "DELETE FROM case_events"])
def test_a_footprint_cannot_be_changed_or_deleted(database, world, verb):
    leave(database, world, "a")
    with pytest.raises(DBAPIError, match="append-only"), database.write() as session:
        session.execute(text(verb))


def test_a_forged_row_is_named(database, world):
    leave(database, world, "a", "b", "c", "d")
    with database.write() as session:
        unlock(session)
        session.execute(text("UPDATE case_events SET particulars = '{}' WHERE position = 3"))
    assert check(database).broken_at == 3


def test_a_missing_row_is_named(database, world):
    leave(database, world, "a", "b", "c")
    with database.write() as session:
        unlock(session)
        session.execute(text("DELETE FROM case_events WHERE position = 2"))
    assert check(database).broken_at == 2


def test_a_cut_tail_is_found_against_the_head(database, world):
    leave(database, world, "a", "b", "c")
    with database.write() as session:
        unlock(session)
        session.execute(text("DELETE FROM case_events WHERE position = 3"))
    assert check(database).broken_at == 3


def test_what_is_written_while_the_walk_begins_does_not_break_it(database, world):
    leave(database, world, "a", "b")
    waiting = ["c"]

    def meanwhile(_connection, _cursor, statement, *_):
        if "FROM case_events" in statement and waiting:
            leave(database, world, waiting.pop())

    event.listen(database.engine, "before_cursor_execute", meanwhile)
    assert check(database).broken_at is None
    assert not waiting
    event.remove(database.engine, "before_cursor_execute", meanwhile)


def test_a_head_that_was_set_back_is_found(database, world):
    leave(database, world, "a", "b", "c")
    with database.write() as session:
        second = select(Footprint.mac).where(Footprint.county_id == COUNTY, Footprint.position == 2)
        session.get(ChainHead, COUNTY).mac = session.scalar(second)
        session.get(ChainHead, COUNTY).position = 2
    assert check(database).broken_at == 4
