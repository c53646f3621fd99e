"""What an ill-meaning or broken client sends: each gets its defined answer, and holds up nobody else."""

import json
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.cases.model import Case
from app.sync.model import Arrival, Device
from tests.sync.laptop import WHEN
from tests.sync.test_commands import version
from tests.sync.test_withdrawn import RECORD

MAD = ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2199-01-01T00:00:00Z")


def note(mine, file, **more):
    said = {"kind": "visit", "text": "看过了", "on": "2026-03-02"} | more.pop("said", {})
    return mine.write("note.add", file.id, said, **more)


def intake(mine, ref, **more):
    return mine.write("intake.register", payload={"record": RECORD | {"ref": ref} | more})


def sent_raw(mine, body):
    headers = {"X-Device": mine.device, "Content-Type": "application/json"}
    return mine.client.post("/api/offline/commands", data=body, headers=headers)


def test_同一编号登记了另一件纠纷_交人核对_同一件不重(laptop, database):
    mine, ref = laptop("扎西多杰"), str(uuid4())
    assert mine.bring_one(intake(mine, ref))["status"] == "applied"
    again = mine.bring_one(intake(mine, ref))
    assert (again["status"], again["answer"]) == ("applied", ref)
    other = mine.bring_one(intake(mine, ref, summary="完全不同的另一件事"))
    assert (other["status"], other["code"]) == ("conflict", "ref_reused")
    assert other["yours"] == {"summary": "完全不同的另一件事"}
    assert other["centre"] == {"summary": RECORD["summary"]}
    with database.read() as session:
        assert session.scalars(select(Case.summary)).all() == [RECORD["summary"]]


@pytest.mark.parametrize("when", MAD)
def test_电脑时间差几千年_照收_标明_对账也照办(laptop, file, when):
    mine = laptop("扎西多杰")
    undated = {"kind": "visit", "text": "没有写哪天"}
    envelope = mine.write("note.add", file.id, undated, occurred_at=when)
    result = mine.bring_one(envelope, sent_at=when)
    assert result["status"] == "applied"
    assert {"clock_skew", "day_by_device_clock", "day_unlikely"} <= set(result["flags"])
    assert mine.call("reconcile", {"top_seq": 1, "sent_at": when}).status_code == 200


@pytest.mark.parametrize("on", ["2099-01-01", "0001-01-01"])
def test_写的日期不像真的_照收_标明(laptop, file, on):
    mine = laptop("扎西多杰")
    result = mine.bring_one(mine.visit(file.id, on=on))
    assert (result["status"], "day_unlikely" in result["flags"]) == ("applied", True)


@pytest.mark.parametrize("kind", ["note.add\x00", "走访", "a" * 41, ""])
def test_种类不成样子_只有这一条不收(laptop, file, kind):
    mine = laptop("扎西多杰")
    bad, good = mine.bring(note(mine, file, type=kind), note(mine, file))
    assert (bad["status"], bad["code"], good["status"]) == ("retry", "shape", "applied")


@pytest.mark.parametrize("word", ['"\\ud800"', "NaN", "1e400"])
def test_算不出指纹的_只有这一条不收(laptop, file, word):
    mine = laptop("扎西多杰")
    bad, good = note(mine, file, said={"text": "@@"}), note(mine, file)
    body = json.dumps({"commands": [{"envelope": one, "sent_at": WHEN} for one in (bad, good)]})
    results = sent_raw(mine, body.replace('"@@"', word)).json["results"]
    assert [one["status"] for one in results] == ["retry", "applied"]


def test_套得太深的_答读不懂(laptop, file):
    mine = laptop("扎西多杰")
    body = json.dumps({"commands": [{"envelope": note(mine, file), "sent_at": "@@"}]})
    answer = sent_raw(mine, body.replace('"@@"', "[" * 9000 + "]" * 9000))
    assert (answer.status_code, "读不懂" in answer.json["sentence"]) == (422, True)


def test_太大的一条不收_别的照办(laptop, file, database):
    mine = laptop("扎西多杰")
    bad, good = mine.bring(note(mine, file, said={"text": "x" * 1_100_000}), note(mine, file))
    assert (bad["status"], good["status"]) == ("retry", "applied")
    assert "最多 1 MB" in bad["sentence"]
    with database.read() as session:
        assert len(session.scalars(select(Arrival)).all()) == 1


def test_退回的话_用中文说是哪一项(laptop, file):
    mine = laptop("扎西多杰")
    owed = [{"debtor": "旦正", "what": "还草", "amount_fen": "三"}]
    wording = {"facts": "羊过界", "responsibilities": "", "clauses": ["还草"], "obligations": owed}
    said = mine.bring_one(
        mine.write("agreement.draft", file.id, {"wording": wording}, base_version=version(file))
    )
    assert said["status"] == "rejected"
    assert said["sentence"].startswith("“协议的履行事项1的金额”")


def test_别人冒用电脑编号_记在他自己名下_本人的换个号照收(laptop, file):
    mine = laptop("扎西多杰")
    thief = laptop("完玛", mine.device)
    assert thief.bring_one(intake(thief, str(uuid4())))["status"] == "applied"
    own = note(mine, file)
    assert mine.bring_one(own)["status"] == "key_reused"
    known = mine.call("reconcile", {"top_seq": 1}).json["top_known"]
    assert mine.bring_one(own | {"sequence": known + 1})["status"] == "applied"


def test_电脑名字里有控制字符_不用它(laptop, database):
    mine = laptop("扎西多杰")
    assert mine.call("reconcile", {"top_seq": 0, "label": "坏\x00名"}).status_code == 200
    with database.read() as session:
        assert session.scalars(select(Device.label)).one() == "扎西多杰的电脑"


def test_编号跳过九千多_乱序来的照收_缺的说得出(laptop, file, database):
    mine = laptop("扎西多杰")
    mine.sequence = 9_850
    rows = [note(mine, file, said={"text": f"第{n}条"}) for n in range(150)]
    for start in (100, 0, 50):
        results = mine.bring(*rows[start : start + 50])
        assert {one["status"] for one in results} == {"applied"}
    missing = mine.call("reconcile", {"top_seq": 10_000}).json["missing"]
    assert (missing[0], len(missing)) == (1, 5000)
    with database.read() as session:
        assert len(session.scalars(select(Arrival)).all()) == 150
