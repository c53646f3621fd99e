"""Histories in which a copy older than an earlier restoration is put back: no number on two papers."""

from datetime import timedelta

import pytest
from hypothesis.stateful import precondition, rule
from sqlalchemy import delete, select

from app.agreements.restorations import Restoration, note_restoration, put_backs
from tests.sync.soak import Village
from tests.sync.test_soak import soak


class Forgetful(Village):
    """A county that keeps its oldest copy, and may put that one back after a newer one."""

    oldest = None

    def __init__(self):
        super().__init__()
        self.known = set()

    @precondition(lambda self: self.oldest is None)
    @rule()
    def back_up_for_good(self):
        self.oldest, self.copied_first = self.shelf.copied(self.database), self.now

    @precondition(lambda self: self.oldest is not None)
    @rule()
    def restore_oldest(self):
        self._note_known()
        self.shelf.put_back(self.database, self.oldest)
        self.oldest = None
        with self.database.write() as session:
            note_restoration(session, self.copied_first, self.now, self.known)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self):
        self._note_known()
        self.shelf.put_back(self.database, self.backup)
        self.backup = None
        with self.database.write() as session:
            note_restoration(session, self.copied_at, self.now, self.known)

    def _note_known(self):
        self.now += timedelta(seconds=1)  # nobody puts a centre back twice at one instant
        with self.database.read() as session:
            self.known |= put_backs(session)


def county(shelf):
    return type("County", (Forgetful,), {"shelf": shelf, "lived": []})


@pytest.mark.parametrize("is_told", [True, False])
def test_恢复过一次又用更早的恢复_两台电脑印的号不重(sqlite_shelf, is_told):
    village = county(sqlite_shelf)()
    village.back_up_for_good()
    village.back_up()
    village.restore()
    travel(village, ("扎西多杰", 0))
    village.restore_oldest()
    if not is_told:
        forget_the_first(village)
    travel(village, ("完玛", 1))
    if is_told:
        village.teardown()
        return
    with pytest.raises(AssertionError, match="two papers"):
        village.teardown()


def travel(village, seat):
    village.take_along(seat[0], 0)
    village.fetch(seat)
    village.draft(seat, 0)


def forget_the_first(village):
    with village.database.write() as session:
        first = min(session.scalars(select(Restoration)), key=lambda row: row.restored_at)
        session.execute(delete(Restoration).where(Restoration.restored_at == first.restored_at))


def test_两次恢复_后一次用更早的备份_编号仍不重(sqlite_shelf):
    lived = soak(county(sqlite_shelf), 10)
    assert len(lived) >= 10
    assert sum(lived) > 10


@pytest.mark.offline
def test_两千种经历(sqlite_shelf):
    lived = soak(county(sqlite_shelf), 2000)
    assert len(lived) >= 2000
    assert sum(lived) > 2000
