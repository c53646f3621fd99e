"""The centre's disk is full: nothing is said to be kept, the laptop keeps it, and it arrives once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from app.access.actor import actor_of
from app.authority import authorize
from app.factory import create_app
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import frozen
from app.kernel.errors import Busy
from app.reactions import REACTIONS
from app.sync import deciding
from app.sync.arriving import Item, Sender
from app.sync.devices import meet_device
from app.sync.envelope import Envelope
from app.sync.model import Arrival, FieldNote
from config import Config
from tests.case_file import open_case
from tests.sync.laptop import WHEN
from tests.world import COUNTY, NOW

AUTHOR = "扎西多杰"
LONG = "双方在草场边各说各的。" * 700  # more than any page has left


class Disk:
    """The disk under a database file: while full, it does not grow by a page."""

    def __init__(self, database):
        self.is_full = False
        event.listen(database.engine, "checkout", self.limit)

    def limit(self, connection, *_):
        connection.execute(f"PRAGMA max_page_count = {1 if self.is_full else 2**30}")


@pytest.fixture
def centre(sqlite_shelf):
    with sqlite_shelf.fresh() as database:
        bus = Bus(database, HANDLERS, REACTIONS, authorize, frozen(NOW))
        case_id, user = (
            open_case(database, sqlite_shelf.world, bus).id,
            sqlite_shelf.world.users[AUTHOR],
        )
        device = uuid4()
        with database.write() as session:
            meet_device(session, actor_of(session, COUNTY, user), device, NOW)
        said = {
            "id": str(uuid4()), "device": str(device), "sequence": 1, "actor": str(user),
            "type": "note.add", "case_id": str(case_id), "base_version": None, "prev": None,
            "occurred_at": WHEN, "protocol": 3, "attachments": [],
            "payload": {"kind": "visit", "text": LONG, "on": "2026-03-02"},
        }  # fmt: skip
        item = Item(Envelope.read(said), NOW)
        yield lambda: deciding.receive(bus, Sender(COUNTY, user, user), [item]), database


def rows(database, kind):
    with database.read() as session:
        return session.scalars(select(kind)).all()


def test_收不下时_明白告诉电脑_腾出地方再送_只办一次(centre):
    bring, database = centre
    disk = Disk(database)
    disk.is_full = True
    for _ in range(2):
        with pytest.raises(Busy, match="磁盘已满"):
            bring()
    assert rows(database, Arrival) == []
    disk.is_full = False
    assert [one["status"] for one in bring()] == ["applied"]
    assert [one.get("duplicate") for one in bring()] == [True]
    assert len(rows(database, FieldNote)) == 1


def test_收下以后才满_不说办了_腾出地方接着办(centre, monkeypatch):
    bring, database = centre
    disk, keep = Disk(database), deciding.keep_all

    def keep_and_fill(*said):
        results, disk.is_full = keep(*said), True
        return results

    with monkeypatch.context() as patched:
        patched.setattr(deciding, "keep_all", keep_and_fill)
        (result,) = bring()
    assert result["status"] == "retry"
    assert "磁盘已满" in result["sentence"]
    assert [row.status for row in rows(database, Arrival)] == ["received"]
    assert rows(database, FieldNote) == []
    disk.is_full = False
    assert [one["status"] for one in bring()] == ["applied"]
    assert len(rows(database, FieldNote)) == 1


def test_收下还没办中心就被杀了_到期检查替它办(centre, tmp_path, monkeypatch):
    bring, database = centre

    def die(*_):
        raise SystemExit

    with monkeypatch.context() as killed, pytest.raises(SystemExit):
        killed.setattr("app.sync.deciding.decided", die)
        bring()
    clock = frozen(NOW + timedelta(hours=2))
    flask = create_app(Config(home=tmp_path), clock=clock, database=database)
    done = flask.test_cli_runner().invoke(args=["tick"])
    assert done.exit_code == 0, done.output
    assert [row.status for row in rows(database, Arrival)] == ["applied"]
