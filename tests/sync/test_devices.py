"""Laptops as the centre sees them: what never arrived, and one that was lost is stopped."""

from app.people.users import User
from app.sync.commands import TakeAlong
from app.sync.custody_records import Custody
from config import Config


def test_电脑列表说清谁在用_有几条没有送到(laptop, as_user, file):
    mine = laptop("扎西多杰")
    mine.call("reconcile", {"top_seq": 3, "label": "塔秀走访本"})
    mine.bring_one(mine.visit(file.id))
    page = as_user("李主任").get("/devices").text
    assert "塔秀走访本" in page
    assert "2 条" in page
    assert "第 2、3 条" in as_user("李主任").get(f"/devices/{mine.device}").text
    assert as_user("扎西多杰").get("/devices").status_code == 403
    assert as_user("外县人").get(f"/devices/{mine.device}").status_code == 404
    assert "还没有电脑" in as_user("外县人").get("/devices").text


def test_停用要写原因_带走的案件同时收回(laptop, as_user, file):
    mine = laptop("扎西多杰")
    mine.call("bundle", {"case_ids": [str(file.id)]})
    boss, path = as_user("李主任"), f"/devices/{mine.device}"
    empty = boss.post(f"{path}/stop", data={"because": " "})
    assert (empty.status_code, mine.call("session").status_code) == (422, 200)
    assert as_user("扎西多杰").post(f"{path}/stop", data={"because": "丢"}).status_code == 403
    assert as_user("外县人").post(f"{path}/stop", data={"because": "丢"}).status_code == 404
    assert boss.post(f"{path}/stop", data={"because": "在路上丢了"}).status_code == 303
    assert mine.call("session").json["error"] == "revoked"
    assert "在路上丢了" in boss.get(path).text
    assert [(row.ending, row.because) for row in file.rows(Custody)] == [
        ("taken_back", "在路上丢了")
    ]
    assert file.say(TakeAlong, by="才让卓玛")


def test_乡镇负责人只管本乡镇的电脑(laptop, as_user, database, world):
    mine = laptop("扎西多杰")
    mine.call("reconcile", {"top_seq": 0})
    for name, code in (("韩玉梅", 404), ("扎西多杰", 200)):
        with database.write() as session:
            user = session.get_one(User, ("632521", world.users[name]))
            user.role = "township_supervisor"
        assert as_user(name).get(f"/devices/{mine.device}").status_code == code


def test_没有打开下乡工作台_页面和菜单都没有(flask, as_user, tmp_path):
    flask.extensions["sizhen.config"] = Config(home=tmp_path, desk="off")
    boss = as_user("李主任")
    assert [boss.get(path).status_code for path in ("/devices", "/devices/sticks")] == [404, 404]
    assert "/devices" not in boss.get("/today").text
    flask.extensions["sizhen.config"] = Config(home=tmp_path, desk="on")
    assert "/devices" in boss.get("/today").text
