"""A centre killed between keeping and deciding, and a laptop that never asks again: the tick decides."""

from datetime import timedelta

import pytest

from app.dossiers.shelf import take
from app.sync.left import decide_left, forget_pieces
from app.sync.model import Arrival, BlobPiece, FieldNote
from tests.agreements.table import late_bus
from tests.sync.test_keeping import note
from tests.world import COUNTY, NOW

PHOTO = b"\xff\xd8\xff" + bytes(100_000)


@pytest.fixture
def kept(laptop, file, monkeypatch):
    """A laptop, and what it brought just before the centre was killed."""
    mine = laptop("扎西多杰")
    envelope = note(mine, file)

    def die(*_):
        raise SystemExit

    with monkeypatch.context() as killed:
        killed.setattr("app.sync.deciding.decided", die)
        with pytest.raises(SystemExit):
            mine.bring(envelope)
    return mine, envelope


def statuses(file):
    return [row.status for row in file.rows(Arrival)]


def test_一小时后还没办的_到期检查替它办_电脑再来是同一个回答(kept, file, bus):
    mine, envelope = kept
    decide_left(late_bus(bus, NOW + timedelta(minutes=59)), COUNTY)
    assert statuses(file) == ["received"]  # its call may still be under way
    decide_left(late_bus(bus, NOW + timedelta(hours=1)), COUNTY)
    decide_left(late_bus(bus, NOW + timedelta(hours=2)), COUNTY)
    assert statuses(file) == ["applied"]
    assert len(file.rows(FieldNote)) == 1
    again = mine.bring_one(envelope)
    assert (again["status"], again["duplicate"]) == ("applied", True)
    assert len(file.rows(FieldNote)) == 1


def test_传到一半的附件_接着传还是整的_三十天没人接着传的清掉(laptop, bus, database):
    mine = laptop("扎西多杰")
    sha = mine.upload(PHOTO[:65536])["sha256"]
    with database.read() as session:
        assert session.query(BlobPiece).count() == 0
        assert take(session, COUNTY, sha).content == PHOTO[:65536]
    mine.piece("a" * 64, 0, len(PHOTO), PHOTO[:65536])
    for days, left in ((30, 1), (31, 0)):
        forget_pieces(late_bus(bus, NOW + timedelta(days=days)), COUNTY)
        with database.read() as session:
            assert session.query(BlobPiece).count() == left
    assert mine.call(f"blobs/{'a' * 64}").json["offset"] == 0
