"""A centre put back from a copy: a number that may be printed in a village is never given twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.agreements.commands import DraftAgreement, Wording
from app.agreements.leases import NumberLease
from app.agreements.model import Agreement
from app.agreements.restorations import PutBack, note_restoration, restorations
from app.kernel.footprints import Footprint
from app.sync.commands import BringBack, TakeAlong
from app.sync.custody_records import Custody
from app.sync.model import DeviceUser
from tests.sync.test_commands import WORDING, version
from tests.world import COUNTY, NOW

FIRST = "（2026）共倒人调字第1号"


def forget(database, world):
    """Make the centre as it was before any case went along, and let it know that it was put back."""
    with database.write() as session:
        for kind in (NumberLease, Custody):
            for row in session.scalars(select(kind)):
                session.delete(row)
        note_restoration(session, NOW, NOW)


def numbers_of(mine):
    (case,) = mine.call("bundle").json["cases"]
    return [{"case_id": case["id"], "number": one} for one in case["numbers"]]


def report(mine, told, **more):
    return mine.call("reconcile", {"top_seq": mine.sequence, "numbers": told, **more})


def lent(database):
    with database.read() as session:
        rows = session.scalars(select(NumberLease).order_by(NumberLease.ordinal))
        return [(row.number, row.user_id) for row in rows if row.released_at is None]


def called(database, at):
    with database.write() as session:
        session.execute(update(DeviceUser).values(seen_at=at))


@pytest.fixture
def away(laptop, file, database, world):
    """Give a laptop with a case and its numbers, of which the centre knows nothing any more."""
    mine = laptop("扎西多杰")
    file.say(TakeAlong)
    told = numbers_of(mine)
    forget(database, world)
    return mine, told


def test_没核对完以前_别人带走或中心写协议_都空出十个号(away, file, database, world):
    file.say(TakeAlong, by="才让卓玛")
    assert [number for number, _ in lent(database)] == [f"{FIRST}-11", f"{FIRST}-12"]
    file.say(DraftAgreement, wording=Wording(facts="事实", clauses=("约定",)))
    (row,) = file.rows(Agreement)
    assert row.number == f"{FIRST}-13"


def test_电脑报来编号_重新登记给它_协议仍用印好的号(away, file, database, world):
    mine, told = away
    assert report(mine, told, holding=[str(file.id)]).json["taken_back"] == []
    assert lent(database) == [(one["number"], world.users["扎西多杰"]) for one in told]
    said = {"wording": WORDING, "number": FIRST}
    drafted = mine.write("agreement.draft", file.id, said, base_version=version(file))
    assert mine.bring_one(drafted)["status"] == "applied"
    report(mine, told)
    assert len(lent(database)) == 2
    with database.read() as session:
        tags = session.scalars(select(Footprint.tag).where(Footprint.case_id == file.id)).all()
    assert tags.count("offline:numbers:relent") == 1


def test_别人已经带走的_编号照样登记_但不算带着(away, file, database, world):
    mine, told = away
    file.say(TakeAlong, by="才让卓玛")
    assert report(mine, told, holding=[str(file.id)]).json["taken_back"] == [str(file.id)]
    owners = dict(lent(database))
    assert owners[FIRST] == world.users["扎西多杰"]
    assert owners[f"{FIRST}-11"] == world.users["才让卓玛"]
    assert sum(row.ended_at is None for row in file.rows(Custody)) == 1


def test_归还以后再报来的旧编号_不再登记(away, file, database):
    mine, told = away
    report(mine, told)
    file.say(BringBack)
    report(mine, told)
    assert lent(database) == []


@pytest.mark.parametrize(
    "number", ["（2026）共倒人调字第9号", f"{FIRST}-1", f"{FIRST}-x", f"{FIRST}-5000", ""]
)
def test_不是这个案件的编号不登记(away, file, database, number):
    mine, _ = away
    report(mine, [{"case_id": str(file.id), "number": number}])
    assert lent(database) == []


def test_从没恢复过的中心_不听电脑报的编号(laptop, file, database):
    mine = laptop("扎西多杰")
    report(mine, [{"case_id": str(file.id), "number": FIRST}])
    assert lent(database) == []
    assert report(mine, [{"number": FIRST}]).status_code == 422


def test_都联过网_县中心负责人核对完_编号接着用(away, file, database, as_user):
    boss = as_user("李主任")
    assert "恢复备份以后，编号还要核对" in boss.get("/devices").text
    called(database, NOW - timedelta(days=1))  # as it stood in the copy
    assert boss.post("/devices/numbers").status_code == 409
    called(database, NOW + timedelta(hours=1))
    assert as_user("扎西多杰").post("/devices/numbers").status_code == 403
    assert boss.post("/devices/numbers").status_code == 303
    assert "编号还要核对" not in boss.get("/devices").text
    file.say(TakeAlong, by="才让卓玛")
    assert [number for number, _ in lent(database)] == [FIRST, f"{FIRST}-2"]


def test_又用更早的备份恢复_先前那次空出的也接着空(away, file, database):
    in_between = PutBack(NOW, NOW + timedelta(hours=1))  # `away` was put back at NOW
    in_the_copy = PutBack(NOW - timedelta(days=9), NOW - timedelta(days=8))
    with database.write() as session:
        note_restoration(session, NOW, NOW + timedelta(hours=2), {in_between, in_the_copy})
        assert len(restorations(session, COUNTY)) == 3  # these two, and that of `away`
    file.say(TakeAlong, by="才让卓玛")
    assert [number for number, _ in lent(database)] == [f"{FIRST}-31", f"{FIRST}-32"]


def test_空出来的号_案件页说明白(away, file, as_user):
    file.say(TakeAlong, by="才让卓玛")
    page = as_user("李主任").get(f"/cases/{file.id}/custody").text
    assert "第 1、2、3、4、5、6、7、8、9、10 号协议编号没有使用" in page
