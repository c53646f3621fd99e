"""Contradictions: both sides shown, three ways out, a list until it is empty."""

import pytest
from sqlalchemy import select

from app.agreements.model import AgreementRevision
from app.cases.parties import Party
from app.sync.model import FieldNote
from app.sync.settling_records import Settlement
from tests.sync.test_commands import WORDING, version


@pytest.fixture
def stale(laptop, file):
    """Give an agreement that was drafted in the village while the centre moved on."""
    mine = laptop("扎西多杰")
    taken = version(file)
    file.tell_rights()
    said = {"wording": WORDING | {"facts": "村里写的事实。"}}
    envelope = mine.write("agreement.draft", file.id, said, base_version=taken)
    assert mine.bring_one(envelope)["status"] == "conflict"
    return envelope


def test_两边都看得到_办完才从清单里消失(stale, file, as_user):
    boss = as_user("李主任")
    page = boss.get("/arrivals").text
    assert stale["id"] in page
    assert "协议拟稿" in page
    both = boss.get(f"/arrivals/{stale['id']}").text
    assert "村里写的事实。" in both
    assert "还没有" in both
    assert "1 条" in boss.get(f"/cases/{file.id}/custody").text
    assert boss.post(f"/arrivals/{stale['id']}/note").status_code == 303
    assert "没有要处理的" in boss.get("/arrivals").text
    assert "作为补充记录保留" in boss.get(f"/arrivals/{stale['id']}").text


def test_作为补充记录_记在作者名下_中心的不动(stale, file, as_user, world):
    boss = as_user("李主任")
    boss.post(f"/arrivals/{stale['id']}/note")
    (note,) = file.rows(FieldNote)
    assert note.noted_by == world.users["扎西多杰"]
    assert "村里写的事实。" in note.text
    assert boss.post(f"/arrivals/{stale['id']}/note").status_code == 409
    assert boss.post(f"/arrivals/{stale['id']}/submission").status_code == 409
    assert len(file.rows(FieldNote)) == 1


def test_按现状重新提交_记在提交的人名下(stale, file, as_user, database, world):
    assert as_user("才让卓玛").post(f"/arrivals/{stale['id']}/submission").status_code == 303
    with database.read() as session:
        row = session.scalars(select(AgreementRevision)).one()
        known = session.scalars(select(Settlement)).one()
    assert (row.facts, row.saved_by) == ("村里写的事实。", world.users["才让卓玛"])
    assert (known.outcome, known.settled_by) == ("submitted_again", world.users["才让卓玛"])


def test_当事人更正有冲突_重新提交以村里的为准_号码遮住(laptop, file, as_user, database):
    mine, party = laptop("扎西多杰"), str(file.parties["才旦"])
    change = {"field": "phone", "was": "…9999", "now": "13897412345"}
    said = {"party_id": party, "changes": [change]}
    sent = mine.write("party.correct", file.id, said)
    assert mine.bring_one(sent)["code"] == "party_changed"
    client = as_user("扎西多杰")
    page = client.get(f"/arrivals/{sent['id']}").text
    assert "…2345" in page
    assert "当事人的电话在中心已经改过" in page
    assert "13897412345" not in page
    assert client.post(f"/arrivals/{sent['id']}/submission").status_code == 303
    with database.read() as session:
        assert session.get_one(Party, ("632521", file.parties["才旦"])).phone_sealed


def test_还是办不成_什么都不变(laptop, file, as_user, database):
    mine = laptop("扎西多杰")
    bad = mine.visit(file.id, result="nonsense")
    mine.bring_one(bad)
    client = as_user("扎西多杰")
    assert client.post(f"/arrivals/{bad['id']}/submission").status_code == 422
    with database.read() as session:
        assert session.scalars(select(Settlement)).all() == []


def test_交给别人_他看得到_外人看不到(stale, as_user, world):
    boss = as_user("李主任")
    path = f"/arrivals/{stale['id']}"
    assert boss.post(f"{path}/assignment", data={"user_id": ""}).status_code == 422
    assert as_user("韩玉梅").get(path).status_code == 404
    chosen = {"user_id": str(world.users["韩玉梅"])}
    assert boss.post(f"{path}/assignment", data=chosen).status_code == 303
    assert as_user("韩玉梅").get(path).status_code == 200
    assert "请韩玉梅处理" in boss.get("/arrivals").text
    assert as_user("外县人").get(path).status_code == 404
    assert as_user("仁青").get(path).status_code == 403


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [("扎西多杰", True), ("李主任", True), ("韩玉梅", False), ("仁青", False)],
)
def test_今日工作_只提醒要处理的人(stale, as_user, name, is_theirs):
    assert ("1 条等您处理" in as_user(name).get("/today").text) is is_theirs


def test_交给别人以后_提醒的是他_处理完谁都不提醒(stale, as_user, world):
    boss, path = as_user("李主任"), f"/arrivals/{stale['id']}"
    boss.post(f"{path}/assignment", data={"user_id": str(world.users["韩玉梅"])})
    assert "1 条等您处理" in as_user("韩玉梅").get("/today").text
    assert "等您处理" not in as_user("扎西多杰").get("/today").text
    boss.post(f"{path}/note")
    assert "等您处理" not in boss.get("/today").text
