"""What was not meant: a number without words; and what became of what was taken down in a village."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.cases.commands import AcceptCase, RevokeAcceptance
from app.cases.model import Case
from app.kernel.footprints import Footprint
from app.sync.commands import TakeAlong, TakeBack
from app.sync.model import Arrival
from tests.case_file import CaseFile

RECORD = {
    "channel": "walk_in", "received_on": "2026-03-02", "summary": "为水渠吵起来了。",
    "dispute_type": "neighbor", "signals": {"violence": "none"},
    "parties": [{"side": "applicant", "kind": "person", "name": "才旦"},
                {"side": "respondent", "kind": "person", "name": "旦正"}],
}  # fmt: skip


def told(mine):
    return mine.call("bundle").json


@pytest.fixture
def taken_down(laptop, database, world, bus):
    """Give a dispute that a village mediator took down on a laptop."""
    mine = laptop("完玛")
    ref = str(uuid4())
    mine.bring_one(mine.write("intake.register", payload={"record": RECORD | {"ref": ref}}))
    file = CaseFile(database, world, bus)
    file.id = UUID(ref)
    return mine, file


def test_没交的不要了_只留编号_中心没有案件也不算缺(laptop, database):
    mine = laptop("仁青")
    said = {"on": "2026-03-02", "what": "intake.register"}
    result = mine.bring_one(mine.write("record.withdraw", payload=said))
    assert (result["status"], result["flags"], result["answer"]) == ("applied", [], None)
    assert mine.call("reconcile", {"top_seq": 1}).json["missing"] == []
    with database.read() as session:
        assert session.scalars(select(Case)).all() == []
        (row,) = session.scalars(select(Arrival))
        assert row.case_id is None
        tag = select(Footprint.particulars).where(Footprint.tag == "offline:record:withdrawn")
        assert "intake.register" in session.scalars(tag).one()


def test_村里登记的_编号和后来怎样_下次联网说给本人(taken_down, laptop):
    mine, file = taken_down
    number = file.read(lambda case: case.number)
    (one,) = told(mine)["registered"]
    assert one == {"id": str(file.id), "number": number, "said": "登记"}
    assert told(laptop("扎西多杰"))["registered"] == []


def test_撤销受理以后_电脑上写明(taken_down):
    mine, file = taken_down
    desk = file.read(lambda case: case.committee_id)
    file.say(AcceptCase, by="马文祥", committee_id=desk)
    assert told(mine)["registered"][0]["said"] != "登记"
    file.say(RevokeAcceptance, by="马文祥", because="登错了")
    assert told(mine)["registered"][0]["said"] == "受理已撤销，等中心重新决定"


def test_被收回的案件_说明原因_自己归还的不说(laptop, file):
    mine = laptop("扎西多杰")
    file.say(TakeAlong)
    assert told(mine)["let_go"] == []
    file.say(TakeBack, by="李主任", because="换由县里办理")
    (one,) = told(mine)["let_go"]
    assert (one["said"], one["because"]) == ("被收回", "换由县里办理")
    assert one["title"] == file.read(lambda case: case.title)
