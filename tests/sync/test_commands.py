"""What laptops bring: kept first, decided once, never lost, never doubled, never in another's name."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from app.agreements.commands import WithdrawFulfillment
from app.agreements.model import Agreement
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.sealed import phone_of
from app.kernel.footprints import Footprint
from app.meetings.model import Meeting
from app.sync import deciding
from app.sync.carried import carried
from app.sync.model import Arrival, ArrivalFile, DeviceUser, FieldNote, FieldPrint
from tests.agreements.table import conclude_fully
from tests.agreements.test_aftermath import lines
from tests.sync.laptop import WHEN, answer_id
from tests.world import COUNTY, NOW, TODAY

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 200_000
WORDING = {
    "facts": "羊过界吃草。", "responsibilities": "旦正负责看管。", "clauses": ["旦正赔偿才旦200元。"],
    "obligations": [{"debtor": "旦正", "creditor": "才旦", "what": "支付赔偿款", "amount_fen": 20000,
                     "due_on": "2026-03-20"}],
}  # fmt: skip


def version(file):
    return file.read(lambda case: case.version)


def arrivals(database):
    with database.read() as session:
        return {row.sequence: row for row in session.scalars(select(Arrival))}


def test_走访记录送达一次_再送答同样的话(laptop, file, database):
    mine = laptop("扎西多杰")
    envelope = mine.visit(file.id, version(file))
    first = mine.bring_one(envelope)
    assert (first["status"], first["flags"]) == ("applied", [])
    again = mine.bring_one(envelope)
    assert again == first | {"duplicate": True}
    assert len(file.rows(Meeting)) == 1
    assert arrivals(database)[1].attempts == 2
    assert first["case_version"] == version(file)


def test_同一编号说了别的话_不收也不覆盖(laptop, file):
    mine = laptop("扎西多杰")
    envelope = mine.visit(file.id, version(file))
    mine.bring_one(envelope)
    other = envelope | {"payload": envelope["payload"] | {"text": "换了说法"}}
    assert mine.bring_one(other)["status"] == "key_reused"
    same_number = mine.visit(file.id) | {"sequence": 1}
    assert mine.bring_one(same_number)["status"] == "key_reused"
    assert len(file.rows(Meeting)) == 1


def test_别人登录时_不替他送(laptop, file, database):
    theirs = laptop("扎西多杰")
    envelope = theirs.visit(file.id)
    shared = laptop("完玛", theirs.device)
    assert shared.bring_one(envelope)["status"] == "wrong_user"
    assert arrivals(database) == {}
    assert theirs.bring_one(envelope)["status"] == "applied"
    assert shared.bring_one(envelope)["status"] == "wrong_user"
    with database.read() as session:
        assert len(session.scalars(select(DeviceUser)).all()) == 2


def test_案件有了变化_报告照收并标明_请求交人核对(laptop, file, database):
    mine = laptop("扎西多杰")
    taken = version(file)
    file.tell_rights()
    report = mine.bring_one(mine.visit(file.id, taken))
    assert report["status"] == "applied"
    assert report["flags"] == ["case_moved_on"]
    ask = mine.write(
        "case.close", file.id, {"outcome": "withdrawn", "reason": "和好了"}, base_version=taken
    )
    refused = mine.bring_one(ask)
    assert (refused["status"], refused["code"]) == ("conflict", "stale")
    assert refused["centre"]["stage"] == "village_visit"
    assert file.read(lambda case: case.is_open)
    assert mine.bring_one(ask) == refused | {"duplicate": True}
    with database.read() as session:
        tags = session.scalars(select(Footprint.tag).where(Footprint.case_id == file.id)).all()
    assert "offline:command:flagged" in tags
    assert "offline:command:contradicted" in tags


def test_自己先写的不算变化_一串请求接着办(laptop, file):
    mine = laptop("扎西多杰")
    taken = version(file)
    record = mine.visit(file.id, taken)
    draft = mine.write("agreement.draft", file.id, {"wording": WORDING}, base_version=taken)
    better = {
        "wording": WORDING | {"facts": "改过的事实。"},
        "agreement_id": {"$answer": draft["id"]},
    }
    again = mine.write("agreement.draft", file.id, better, base_version=taken, prev=draft["id"])
    results = mine.bring(record, draft, again)
    assert [one["status"] for one in results] == ["applied"] * 3, results
    (agreement,) = file.rows(Agreement)
    assert (agreement.id, agreement.revision) == (answer_id(results[1]), 2)


def test_前一步没有办成_后一步交人核对(laptop, file):
    mine = laptop("扎西多杰")
    taken = version(file)
    file.tell_rights()
    draft = mine.write("agreement.draft", file.id, {"wording": WORDING}, base_version=taken)
    after = mine.write(
        "agreement.finalize", file.id,
        {"agreement_id": {"$answer": draft["id"]}, "recorder": "完玛"},
        base_version=taken, prev=draft["id"],
    )  # fmt: skip
    results = mine.bring(draft, after)
    assert [(one["status"], one["code"]) for one in results] == [
        ("conflict", "stale"), ("conflict", "predecessor"),
    ]  # fmt: skip
    assert file.rows(Agreement) == []


def test_退回的留在中心_改好作为新的一条(laptop, file, database):
    mine = laptop("扎西多杰")
    bad = mine.bring_one(mine.visit(file.id, result="nonsense"))
    assert (bad["status"], bad["code"]) == ("rejected", "incomplete")
    assert "result" in bad["errors"]
    empty = mine.bring_one(mine.write("consent.record", file.id, {"agrees": True, "form": "oral"}))
    assert "party_id" in empty["errors"]
    unknown = mine.bring_one(mine.visit(file.id, foo="bar"))
    assert "foo" in unknown["errors"]
    assert mine.bring_one(mine.write("no.such", file.id))["status"] == "rejected"
    assert [row.status for row in arrivals(database).values()] == ["rejected"] * 4
    assert mine.bring_one(mine.visit(file.id))["status"] == "applied"


def test_日期没写按电脑时间_晚到和时间不准都标明(laptop, file):
    mine = laptop("扎西多杰")
    envelope = mine.visit(file.id, version(file))
    del envelope["payload"]["on"]
    envelope["occurred_at"] = "2026-02-26T02:00:00Z"
    flags = mine.bring_one(envelope, sent_at="2026-03-02T12:00:00Z")["flags"]
    assert set(flags) == {"late", "clock_skew", "day_by_device_clock"}
    case_less = mine.write("note.add", None, {"kind": "other", "text": "x"})
    assert mine.bring_one(case_less)["status"] == "conflict"


@pytest.mark.parametrize(
    ("protocol", "kind", "rename"),
    [
        (1, "visit.record", {"text": "note", "on": "held_on"}),
        (2, "meeting.hold", {"on": "held_on"}),
    ],
)
def test_旧版工作台写的_照今天的意思收(laptop, file, protocol, kind, rename):
    mine = laptop("扎西多杰")
    envelope = mine.visit(file.id, version(file)) | {"type": kind, "protocol": protocol}
    said = envelope["payload"]
    envelope["payload"] = {rename.get(name, name): value for name, value in said.items()}
    assert mine.bring_one(envelope)["status"] == "applied"
    assert str(file.rows(Meeting)[0].on) == "2026-03-02"


@pytest.mark.parametrize("protocol", [4, 99])
def test_太新的协议_留在电脑上等更新(laptop, file, protocol):
    mine = laptop("扎西多杰")
    result = mine.bring_one(mine.visit(file.id) | {"protocol": protocol})
    assert (result["status"], result["protocol"]) == ("upgrade_needed", [1, 3])


def test_中心收下后还没办就断电_再问时办一次(laptop, file, database, monkeypatch):
    mine = laptop("扎西多杰")
    envelope = mine.visit(file.id)

    def dies(*_args):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(deciding, "_apply", dies)
        assert mine.bring_one(envelope)["status"] == "retry"
    assert arrivals(database)[1].status == "received"
    assert file.rows(Meeting) == []
    assert mine.bring_one(envelope)["status"] == "applied"
    assert len(file.rows(Meeting)) == 1


def test_一条出意外_不挡别的(laptop, file, monkeypatch):
    mine = laptop("扎西多杰")
    first, second = mine.visit(file.id), mine.visit(file.id)
    real = deciding._apply  # noqa: SLF001 (to break it for one)

    def stumbles(bus, session, sender, item, row):
        if str(item.envelope.id) == first["id"]:
            raise RuntimeError
        return real(bus, session, sender, item, row)

    monkeypatch.setattr(deciding, "_apply", stumbles)
    assert [one["status"] for one in mine.bring(first, second)] == ["retry", "applied"]


def test_附件先到_命令才收_卷里查得到(laptop, file, database):
    mine = laptop("扎西多杰")
    photo = {"sha256": "a" * 64, "size": 10}
    note = mine.write("note.add", file.id, {"kind": "photo", "text": "界桩"}, attachments=[photo])
    asked = mine.bring_one(note)
    assert (asked["status"], asked["missing"]) == ("need_blobs", ["a" * 64])
    kept = mine.upload(PNG)
    note = mine.write("note.add", file.id, {"kind": "photo", "text": "界桩"}, attachments=[kept])
    assert mine.bring_one(note)["status"] == "applied"
    assert file.rows(FieldNote)[0].text == "界桩"
    assert [row.sha256 for row in file.rows(ArrivalFile)] == [kept["sha256"]]


def test_附件接着传_传坏了从头来(laptop):
    mine = laptop("扎西多杰")
    whole = mine.upload(PNG)
    sha = whole["sha256"]
    assert mine.call(f"blobs/{sha}").json == {"done": True}
    assert mine.call("blobs", {"sha256": [sha, "b" * 64]}).json == {"have": [sha]}
    data = b"%PDF-1.7 " + b"y" * 100_000
    part = "c" * 64
    assert mine.piece(part, 0, len(data), data[:65536]).json["offset"] == 65536
    assert mine.piece(part, 0, len(data), data[:65536]).status_code == 409
    assert mine.call(f"blobs/{part}").json == {"done": False, "offset": 65536}
    bad = mine.piece(part, 65536, len(data), data[65536:])
    assert (bad.status_code, bad.json["offset"]) == (422, 0)
    assert mine.call(f"blobs/{part}").json["offset"] == 0
    assert mine.piece(part, 0, 30 * 1024 * 1024, b"x").status_code == 422
    assert mine.piece("zz", 0, 1, b"x").status_code == 404


def test_更正当事人_只有那一项改过才算矛盾(laptop, file, database):
    mine = laptop("扎西多杰")
    party = str(file.parties["才旦"])
    taken = version(file)
    file.tell_rights()  # the case moved, but not the party
    said = {"party_id": party, "changes": [{"field": "phone", "was": "", "now": "13897412345"}]}
    done = mine.bring_one(mine.write("party.correct", file.id, said, base_version=taken))
    assert done["status"] == "applied", done
    with database.read() as session:
        row = session.get_one(Party, (COUNTY, file.parties["才旦"]))
        assert phone_of(row, database.ring) == "13897412345"
    late = {"party_id": party, "changes": [{"field": "phone", "was": "", "now": "13900000000"}]}
    refused = mine.bring_one(mine.write("party.correct", file.id, late, base_version=taken))
    assert (refused["status"], refused["code"]) == ("conflict", "party_changed")
    assert refused["centre"] == {"phone": "…2345"}


def test_村里登记新纠纷_接着写它的走访(laptop, world, database):
    mine = laptop("完玛")
    ref = str(uuid4())
    record = {
        "ref": ref, "channel": "walk_in", "received_on": "2026-03-02", "area": "632521101201",
        "dispute_type": "neighbor", "summary": "两家为院墙争执。",
        "parties": [{"side": "applicant", "kind": "person", "name": "扎西"},
                    {"side": "respondent", "kind": "person", "name": "才让"}],
    }  # fmt: skip
    told = mine.write("intake.register", None, {"record": record})
    result = mine.bring_one(told)
    assert (result["status"], result["answer"]) == ("applied", ref), result
    note = mine.write("note.add", ref, {"kind": "visit", "text": "去看了院墙", "on": "2026-03-02"})
    after = mine.bring_one(note)
    assert (after["status"], after["flags"]) == ("applied", [])
    with database.read() as session:
        assert (
            session.get_one(Case, (COUNTY, answer_id(result))).registered_by == world.users["完玛"]
        )
    assert mine.bring_one(told)["duplicate"] is True


def test_离线打印是一条报告(laptop, file):
    mine = laptop("扎西多杰")
    said = {"code": "agreement", "copy": 1, "copies": 3, "content_sha256": "d" * 64}
    assert mine.bring_one(mine.write("paper.print", file.id, said))["status"] == "applied"
    assert [(row.copy, row.copies) for row in file.rows(FieldPrint)] == [(1, 3)]
    wrong = mine.bring_one(mine.write("paper.print", file.id, said | {"copy": 4}))
    assert wrong["status"] == "rejected"


def test_看不见的案件_内容留在中心交人处理(laptop, file, database):
    stranger = laptop("韩玉梅")
    result = stranger.bring_one(stranger.visit(file.id))
    assert (result["status"], result["code"]) == ("conflict", "notfound")
    assert "才旦" not in str(result)
    assert file.rows(Meeting) == []
    assert arrivals(database)[1].status == "conflict"


@pytest.mark.parametrize(
    "broken",
    [{"id": "x"}, {"sequence": 0}, {"sequence": 1.5}, {"payload": []}, {"occurred_at": "昨天"},
     {"attachments": [{"sha256": "x", "size": 1}]}, {"type": ""}, {"device": str(uuid4())},
     {"occurred_at": "0001-01-01T00:00:00+14:00"}],
)  # fmt: skip
def test_读不懂的信封_不收_留在电脑上_别的照办(laptop, file, broken):
    mine = laptop("扎西多杰")
    bad, good = mine.visit(file.id) | broken, mine.visit(file.id)
    results = mine.bring(bad, good)
    assert [one["status"] for one in results] == ["retry", "applied"]
    assert results[0]["sentence"]


def test_对账_没到的编号说得出(laptop, file):
    mine = laptop("扎西多杰")
    one, _lost, three = mine.visit(file.id), mine.visit(file.id), mine.visit(file.id)
    mine.bring(one, three)
    said = mine.call("reconcile", {"top_seq": 4, "label": "塔秀走访本", "sent_at": WHEN})
    assert said.json["missing"] == [2, 4]
    assert said.json["announced"] == 4
    known = mine.call("session").json["device"]
    assert known == {"id": mine.device, "known": True, "label": "塔秀走访本", "announced": 4}
    assert mine.call("reconcile", {"top_seq": "many"}).status_code == 422


def test_村里登错的履行送达以后_中心撤回_再送一次也不再算(laptop, file):
    money, _ = lines(file, conclude_fully(file, day=TODAY))
    mine = laptop("完玛")
    said = {"amount_fen": None, "is_whole": True, "proof": "电话核实", "on": "2026-03-02"}
    envelope = mine.write("obligation.fulfill", file.id, {"obligation_id": str(money.id)} | said)
    first = mine.bring_one(envelope)
    assert first["status"] == "applied", first
    assert owed(file) == ["2026-03-02", None]
    slip = {"fulfillment_id": answer_id(first), "because": "村里听错了，是另一户"}
    file.say(WithdrawFulfillment, **slip)
    assert owed(file) == [None, None]
    assert mine.bring_one(envelope)["duplicate"]
    assert owed(file) == [None, None]


def owed(file):
    """Say which duties the village is told are done, as they go along on the laptop."""
    told = file.read_with(lambda session, case: carried(session, case, NOW))
    return [one["fulfilled_on"] for one in told["agreements"][0]["obligations"]]
