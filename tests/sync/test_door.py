"""/api/offline: JSON always, never a redirect; a stranger, an old page, a stopped laptop."""

from app.sync.devices import find_device
from config import Config
from tests.sync.laptop import Laptop
from tests.world import COUNTY


def test_没有登录答401_不跳转(open_desk, world):
    stranger = Laptop(open_desk.test_client(), world.users["完玛"])
    for answer in (stranger.call("session"), stranger.call("commands", {"commands": []})):
        assert answer.status_code == 401
        assert answer.json["error"] == "auth"
        assert "登录" in answer.json["sentence"]


def test_会话说明谁登录_钥匙_协议(laptop, world):
    said = laptop("完玛").call("session").json
    assert said["ok"] is True
    assert said["user"]["name"] == "完玛"
    assert said["user"]["number"] != said["user"]["name"]
    assert said["protocol"] == [1, 3]
    assert len(said["seal_key"]) == 44
    again, other = laptop("完玛").call("session").json, laptop("扎西多杰").call("session").json
    assert again["export_key"] == said["export_key"] == other["export_key"]
    assert other["seal_key"] != said["seal_key"]


def test_令牌不对答419_新取的令牌可用(laptop, open_desk):
    mine = laptop("完玛")
    open_desk.config["WTF_CSRF_ENABLED"] = True
    assert mine.call("reconcile", {"top_seq": 0}).status_code == 419
    token = mine.call("session").json["csrf"]
    headers = {"X-CSRFToken": token}
    assert mine.call("reconcile", {"top_seq": 0}, headers=headers).status_code == 200


def test_停用的电脑_每一处都答停用(laptop, database, world):
    mine = laptop("完玛")
    mine.call("reconcile", {"top_seq": 1})
    with database.write() as session:
        device = find_device(session, COUNTY, mine.device_id)
        device.stopped_at, device.stopped_by = device.seen_at, world.users["李主任"]
    for answer in (
        mine.call("session"), mine.call("commands", {"commands": []}),
        mine.call("reconcile", {"top_seq": 1}), mine.call("blobs", {"sha256": []}),
        mine.piece("a" * 64, 0, 1, b"x"),
    ):  # fmt: skip
        assert (answer.status_code, answer.json["error"]) == (403, "revoked")


def test_岗位不办案的不能用(laptop):
    assert laptop("管理员").call("session").json["error"] == "forbidden"


def test_关掉下乡工作台_接口也没有(laptop, flask, tmp_path):
    mine = laptop("完玛")
    flask.extensions["sizhen.config"] = Config(home=tmp_path, desk="off")
    assert mine.call("session").status_code == 404


def test_读不懂的请求说明白(laptop):
    mine = laptop("完玛")
    for body in ({}, {"commands": "x"}, {"commands": [{}] * 51}):
        answer = mine.call("commands", body)
        assert answer.status_code == 422
        assert answer.json["sentence"]
    odd = mine.call("commands", {"commands": [None, {"envelope": None}]})
    assert [one["status"] for one in odd.json["results"]] == ["retry", "retry"]
