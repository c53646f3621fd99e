"""带走下乡: one holder, numbers that never fork, masked cases, late work that still arrives."""

import pytest
from sqlalchemy import select

from app.agreements.commands import DraftAgreement, Wording
from app.agreements.leases import NumberLease
from app.agreements.model import Agreement
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.sync.commands import BringBack, TakeAlong, TakeBack
from app.sync.custody_records import Custody
from config import Config
from tests.sync.test_commands import WORDING, version

NUMBER = "（2026）共倒人调字第1号"


def leases(database):
    with database.read() as session:
        rows = session.scalars(
            select(NumberLease).order_by(NumberLease.leased_at, NumberLease.ordinal)
        )
        return [(row.number, bool(row.agreement_id), bool(row.released_at)) for row in rows]


def custodies(file):
    return [
        (row.user_id, row.ending) for row in sorted(file.rows(Custody), key=lambda r: r.taken_at)
    ]


def test_同时只能一个人带(file, world):
    first = file.say(TakeAlong)
    assert file.say(TakeAlong) == first
    with pytest.raises(NotNow, match="扎西多杰已经带着"):
        file.say(TakeAlong, by="才让卓玛")
    assert custodies(file) == [(world.users["扎西多杰"], None)]


def test_归还以后编号收回_别人可以带(file, database):
    file.say(TakeAlong)
    assert leases(database) == [(NUMBER, False, False), (f"{NUMBER}-2", False, False)]
    file.say(BringBack)
    assert leases(database) == [(NUMBER, False, True), (f"{NUMBER}-2", False, True)]
    file.say(TakeAlong, by="才让卓玛")
    again = [number for number, _, is_released in leases(database) if not is_released]
    assert again == [NUMBER, f"{NUMBER}-2"]
    with pytest.raises(NotNow, match="不在您手上"):
        file.say(BringBack)


def test_负责人收回要写原因_可能已经印出去的编号不再用(file, database):
    file.say(TakeAlong)
    with pytest.raises(NotAllowed):
        file.say(TakeBack, because="换人")
    with pytest.raises(Incomplete):
        file.say(TakeBack, by="李主任", because=" ")
    file.say(TakeBack, by="李主任", because="换由镇上办理")
    file.say(DraftAgreement, wording=Wording(facts="羊过界。"))
    assert [row.number for row in file.rows(Agreement)] == [f"{NUMBER}-3"]


def test_中心先写协议_村里的编号不会重(file, laptop, database):
    mine = laptop("扎西多杰")
    file.say(TakeAlong)
    file.say(DraftAgreement, by="才让卓玛", wording=Wording(facts="中心写的。"))
    taken = version(file)
    said = {"wording": WORDING, "number": NUMBER}
    draft = mine.bring_one(mine.write("agreement.draft", file.id, said, base_version=taken))
    assert draft["status"] == "applied", draft
    assert sorted(row.number for row in file.rows(Agreement)) == [NUMBER, f"{NUMBER}-3"]
    again = mine.write("agreement.draft", file.id, said, base_version=version(file))
    refused = mine.bring_one(again)
    assert (refused["status"], refused["code"]) == ("conflict", "notnow")
    assert "用掉" in refused["sentence"]


def test_带走的一包_遮住号码_只给带的那台电脑(file, laptop):
    mine, other = laptop("扎西多杰"), laptop("扎西多杰")
    said = mine.call("bundle", {"case_ids": [str(file.id)]}).json
    (case,) = said["cases"]
    assert case["id"] == str(file.id)
    assert case["version"] == version(file)
    assert case["numbers"] == [NUMBER, f"{NUMBER}-2"]
    assert [one["name"] for one in case["parties"]] == ["才旦", "旦正"]
    assert case["mediators"][0]["name"] == "扎西多杰"
    assert ["village_visit", "进村出诊"] in said["choices"]["MeetingKind"]
    assert said["clauses"]
    assert case["paper"]["committee"]
    assert other.call("bundle").json["cases"] == []
    assert [one["id"] for one in mine.call("bundle").json["cases"]] == [str(file.id)]
    assert file.rows(Custody)[0].fetched_at is not None


def test_带走以后的更正_号码照末四位比(file, laptop):
    mine = laptop("扎西多杰")
    party = str(file.parties["才旦"])
    first = {"party_id": party, "changes": [{"field": "phone", "was": "", "now": "13897412345"}]}
    mine.bring_one(mine.write("party.correct", file.id, first))
    (case,) = mine.call("bundle", {"case_ids": [str(file.id)]}).json["cases"]
    assert case["parties"][0]["phone"] == "…2345"
    again = {
        "party_id": party,
        "changes": [{"field": "phone", "was": "…2345", "now": "13900001111"}],
    }
    assert mine.bring_one(mine.write("party.correct", file.id, again))["status"] == "applied"


def test_收回以后_对账叫电脑放下_晚到的记录照收(file, laptop):
    mine = laptop("扎西多杰")
    mine.call("bundle", {"case_ids": [str(file.id)]})
    taken = version(file)
    holding = {"top_seq": 0, "holding": [str(file.id)]}
    assert mine.call("reconcile", holding).json["taken_back"] == []
    file.say(TakeBack, by="李主任", because="换由镇上办理")
    assert mine.call("reconcile", holding).json["taken_back"] == [str(file.id)]
    late = mine.bring_one(mine.visit(file.id, taken))
    assert late["status"] == "applied"
    assert "custody_ended" in late["flags"]


def test_结案就不再带着(file, world):
    file.say(TakeAlong)
    file.open_gate()
    file.say(CloseCase, outcome=Outcome.WITHDRAWN, reason="双方和好")
    assert custodies(file) == [(world.users["扎西多杰"], "closed")]


def test_读不懂的要带走_说明白(laptop):
    mine = laptop("扎西多杰")
    assert mine.call("bundle", {"case_ids": ["x"]}).status_code == 422
    assert (
        mine.call("bundle", {"case_ids": ["00000000-0000-4000-8000-000000000001"]}).status_code
        == 404
    )


def test_带走_归还_收回都在页面上办(file, as_user, open_desk, world):
    client, path = as_user("扎西多杰"), f"/cases/{file.id}/custody"
    assert "没有案件被带下乡" in client.get("/custody").text
    assert "带走下乡" in client.get(path).text
    assert client.post(path).status_code == 303
    page = client.get(path).text
    assert "还没有收到电脑上" in page
    assert NUMBER in page
    assert "扎西多杰" in as_user("李主任").get("/custody").text
    empty = as_user("李主任").post(f"{path}/withdrawal", data={"because": ""})
    assert empty.status_code == 422
    assert as_user("扎西多杰").post(f"{path}/withdrawal").status_code == 403
    taken = as_user("李主任").post(f"{path}/withdrawal", data={"because": "换由镇上办理"})
    assert taken.status_code == 303
    assert "可能已印在纸上" in client.get(path).text
    assert as_user("外县人").get(path).status_code == 404


def test_下乡工作台没有打开_页面也没有(file, as_user, flask, tmp_path):
    flask.extensions["sizhen.config"] = Config(home=tmp_path, desk="off")
    assert as_user("扎西多杰").get(f"/cases/{file.id}/custody").status_code == 404
    assert as_user("扎西多杰").get("/custody").status_code == 404
    assert "/custody" not in as_user("扎西多杰").get(f"/cases/{file.id}").text
