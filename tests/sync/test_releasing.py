"""下乡交接: who changes post brings everything home first, or a supervisor says why not."""

import pytest

from app.access.commands import ChangeRole, DisableUser
from app.access.roles import Role
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.sync.commands import BringBack, ForceRelease, TakeAlong
from app.sync.custody_records import Custody
from app.sync.settling_records import Settlement
from tests.sync.test_settling import stale
from tests.world import COUNTY, TODAY

__all__ = ["stale"]
WHO = "扎西多杰"


@pytest.fixture
def say(bus, world):
    """Say something about a person, as somebody."""

    def said(what, by="管理员", **more):
        who = {"county_id": COUNTY, "actor_id": world.users[by], "on": TODAY}
        return bus.execute(what(**who, user_id=world.users[WHO], **more))

    return said


@pytest.mark.parametrize(
    "leaving", [{"what": DisableUser}, {"what": ChangeRole, "role": Role.GRID_WORKER}]
)
def test_还带着案件_不能改岗位也不能停用(file, say, leaving):
    file.say(TakeAlong)
    with pytest.raises(NotNow, match="还带着 1 件下乡的案件"):
        say(**leaving)
    file.say(BringBack)
    if leaving["what"] is DisableUser:
        say(**leaving)


def test_有没处理的记录_或没送到的_也要先交接(stale, laptop, say, as_user):
    with pytest.raises(NotNow, match="有 1 条下乡记录没处理"):
        say(DisableUser)
    as_user("李主任").post(f"/arrivals/{stale['id']}/note")
    laptop(WHO).call("reconcile", {"top_seq": 3})
    with pytest.raises(NotNow, match="有 3 条没送到"):
        say(DisableUser)


def test_负责人写明原因_强制交接_案件收回_记录转给负责人(stale, file, say, world):
    file.say(TakeAlong)
    with pytest.raises(Incomplete):
        say(ForceRelease, by="李主任", because=" ")
    for by in ("管理员", "才让卓玛"):
        with pytest.raises(NotAllowed):
            say(ForceRelease, by=by, because="调离")
    say(ForceRelease, by="李主任", because="人已调离，电脑丢了")
    (row,) = file.rows(Custody)
    assert (row.ending, row.because) == ("taken_back", "人已调离，电脑丢了")
    with file.database.read() as session:
        assert session.query(Settlement).one().assigned_to == world.users["李主任"]
    with pytest.raises(NotNow, match="不用强制"):
        say(ForceRelease, by="李主任", because="再来一次")
    say(DisableUser)


def test_强制以后又带走案件_要重新交接(laptop, file, say):
    laptop(WHO).call("reconcile", {"top_seq": 2})
    say(ForceRelease, by="李主任", because="电脑丢了")
    file.say(TakeAlong)
    with pytest.raises(NotNow, match="还带着 1 件"):
        say(DisableUser)


def test_交接页_本人_管理员_负责人看得到_别人看不到(file, as_user, world):
    file.say(TakeAlong)
    path = f"/custody/people/{world.users[WHO]}"
    for name in (WHO, "管理员", "李主任"):
        assert "还带着 1 件下乡的案件" in as_user(name).get(path).text
    assert "强制交接" not in as_user("管理员").get(path).text
    for name in ("韩玉梅", "仁青"):
        assert as_user(name).get(path).status_code == 404
    assert "下乡交接" in as_user("管理员").get(f"/people/users/{world.users[WHO]}").text
    boss = as_user("李主任")
    assert boss.post(f"{path}/release", data={"because": ""}).status_code == 422
    assert boss.post(f"{path}/release", data={"because": "调离"}).status_code == 303
    assert "已经交接清楚" in boss.get(path).text
