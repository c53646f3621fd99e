"""The rota: turns over working days, swaps, stand-ins, and what a telephone may read."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from app.access.sessions import hash_of
from app.cases.model import Case
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.ids import new_id
from app.meetings.commands import PlanMeeting
from app.meetings.enums import MeetingKind, Method
from app.people.bodies import CommitteeMember, Mediator
from app.people.users import User
from app.rota.commands import (
    CloseFeed,
    OpenFeed,
    PlanTurns,
    PlanVisit,
    RecordAbsence,
    RemoveDuty,
    SwapDuties,
)
from app.rota.enums import DutyKind
from app.rota.model import CalendarFeed, Duty
from app.rota.reading import on_duty, week_of
from tests.case_file import open_case
from tests.world import COUNTY, TODAY, VILLAGE

MONDAY = date(2026, 3, 9)


@pytest.fixture
def people(database, world):
    """Give the township's committee a second mediator."""
    with database.write() as session:
        committee, other = world.committees["倒淌河镇"], world.mediators["完玛"]
        session.add(CommitteeMember(county_id=COUNTY, committee_id=committee, mediator_id=other))
    return world.mediators["扎西多杰"], world.mediators["完玛"]


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus, file_number="（2026）共倒人调字第1号")


@pytest.fixture
def say(bus, world):
    def speak(kind, who="扎西多杰", /, **more):
        return bus.execute(kind(county_id=COUNTY, actor_id=world.users[who], on=TODAY, **more))

    return speak


@pytest.fixture
def week(database, world, people, say):
    """Plan a week and read it back."""
    say(
        PlanTurns, committee_id=world.committees["倒淌河镇"], first=MONDAY,
        last=MONDAY + timedelta(days=6), mediator_ids=people,
    )  # fmt: skip

    def read():
        with database.read() as session:
            return week_of(session, COUNTY, world.committees["倒淌河镇"], MONDAY)

    return read


def names(day):
    return [(one.name, one.duty.absent_because is not None) for one in day.shifts]


def test_轮流坐班_工作日一人一天_休息日不排(week):
    assert [[name for name, _ in names(day)] for day in week()] == [
        ["扎西多杰"], ["完玛"], ["扎西多杰"], ["完玛"], ["扎西多杰"], [], [],
    ]  # fmt: skip


def test_下一周接着轮_已排的日子不动(week, say, world, people, database):
    committee = world.committees["倒淌河镇"]
    span = {"first": MONDAY, "last": MONDAY + timedelta(days=8)}
    assert say(PlanTurns, committee_id=committee, mediator_ids=people, **span) == 2
    with database.read() as session:
        later = week_of(session, COUNTY, committee, MONDAY + timedelta(days=7))
    assert len(later[0].shifts) == len(later[1].shifts) == 1
    with pytest.raises(Incomplete, match="没有要排的"):
        say(PlanTurns, committee_id=committee, mediator_ids=people, **span)


def test_换班(week, say):
    monday, tuesday = week()[0].shifts[0].duty, week()[1].shifts[0].duty
    say(SwapDuties, "李主任", duty_id=monday.id, other_id=tuesday.id)
    assert [names(day)[0][0] for day in week()[:2]] == ["完玛", "扎西多杰"]
    third = week()[3].shifts[0].duty
    with pytest.raises(Incomplete, match="同一个人"):
        say(SwapDuties, "李主任", duty_id=monday.id, other_id=third.id)


def test_请假有人顶班_原班留着(week, say, people):
    monday = week()[0].shifts[0].duty
    say(RecordAbsence, duty_id=monday.id, because="外出学习", stand_in_id=people[1])
    assert names(week()[0]) == [("扎西多杰", True), ("完玛", False)]
    assert not week()[0].is_open
    for command, more in ((RecordAbsence, {"because": "又请"}), (RemoveDuty, {})):
        with pytest.raises(NotNow):
            say(command, duty_id=monday.id, **more)


def test_请假没人顶班_这一天空着(week, say):
    say(RecordAbsence, duty_id=week()[0].shifts[0].duty.id, because="病假")
    assert week()[0].is_open


def test_过去的班不能改(week, say, bus, world):
    late = RemoveDuty(
        county_id=COUNTY, actor_id=world.users["扎西多杰"], on=MONDAY + timedelta(days=1),
        duty_id=week()[0].shifts[0].duty.id,
    )  # fmt: skip
    with pytest.raises(NotNow, match="已经过去"):
        bus.execute(late)


@pytest.mark.parametrize("who", ["韩玉梅", "完玛"])
def test_只排自己的会_县里都能排(week, say, world, people, who):
    visit = {
        "committee_id": world.committees["倒淌河镇"], "day": MONDAY, "village_code": VILLAGE,
        "mediator_ids": people[:1],
    }  # fmt: skip
    with pytest.raises(NotAllowed):
        say(PlanVisit, who, **visit)
    assert say(PlanVisit, "李主任", **visit) == 1


def test_不在任的人排不进去(say, world, people):
    with pytest.raises(Incomplete, match="在任"):
        say(
            PlanTurns, committee_id=world.committees["倒淌河镇"], first=MONDAY, last=MONDAY,
            mediator_ids=(world.mediators["韩玉梅"],),
        )  # fmt: skip


def test_页面_排班_换班_今天谁在(week, as_user, world, people, say):
    client = as_user("扎西多杰")
    path = f"/rota?committee={world.committees['倒淌河镇']}&week={MONDAY}"
    page = client.get(path).text
    assert page.count("扎西多杰") >= 3
    said = {
        "turns-first": "2026-03-16",
        "turns-last": "2026-03-01",
        "turns-mediator_ids": [str(people[0])],
    }
    refused = client.post(path.replace("/rota?", "/rota/turns?"), data=said)
    assert (refused.status_code, "2026-03-16" in refused.text) == (422, True)
    duty = week()[0].shifts[0].duty
    assert client.get(f"/rota/duties/{duty.id}").status_code == 200
    answer = client.post(
        f"/rota/duties/{duty.id}/absences",
        data={"absence-because": "病假", "absence-stand_in_id": ""},
    )
    assert answer.status_code == 303
    assert "请假：病假" in client.get(path).text
    say(
        PlanVisit, committee_id=world.committees["倒淌河镇"], day=TODAY, village_code=VILLAGE,
        mediator_ids=people[:1],
    )  # fmt: skip
    assert "甲乙村 扎西多杰（您）" in client.get("/today").text
    assert "/rota/duties/" not in as_user("韩玉梅").get(path).text


def test_日历订阅_没有姓名_停用即失效(week, as_user, flask, say, database, world):
    stranger, client = flask.test_client(), as_user("扎西多杰")
    first = client.post("/rota/calendar-feed").text.split("/calendar-feeds/")[1].split("<")[0]
    found = stranger.get(f"/calendar-feeds/{first}")
    assert (found.status_code, found.mimetype) == (200, "text/calendar")
    assert found.text.count("SUMMARY:坐班门诊") == 3
    assert not [name for name in ("扎西", "完玛") if name in found.text]
    say(RecordAbsence, duty_id=week()[0].shifts[0].duty.id, because="病假")
    assert stranger.get(f"/calendar-feeds/{first}").text.count("SUMMARY:坐班门诊") == 2
    second = client.post("/rota/calendar-feed").text.split("/calendar-feeds/")[1].split("<")[0]
    assert stranger.get(f"/calendar-feeds/{first}").status_code == 404
    with database.write() as session:
        user = session.get_one(User, (COUNTY, world.users["扎西多杰"]))
        user.disabled_on = TODAY
    assert stranger.get(f"/calendar-feeds/{second}").status_code == 404
    with database.write() as session:
        session.get_one(User, (COUNTY, world.users["扎西多杰"])).disabled_on = None
    say(CloseFeed)
    assert stranger.get(f"/calendar-feeds/{second}").status_code == 404
    assert say(OpenFeed) != first


def test_日历地址猜不到_库里只有它的指纹(as_user, flask, database):
    address = as_user("扎西多杰").post("/rota/calendar-feed").text.split("/calendar-feeds/")[1]
    secret = address.split("<")[0].removesuffix(".ics").partition(".")[2]
    assert len(secret) == 43  # 256 bits
    with database.read() as session:
        row = session.scalars(select(CalendarFeed)).one()
    assert row.secret_sha256 == hash_of(secret)
    assert secret not in str(vars(row))
    stranger = flask.test_client()
    for wrong in (f"{COUNTY}.{secret[:-1]}", f"630000.{secret}", secret, f"{COUNTY}."):
        assert stranger.get(f"/calendar-feeds/{wrong}.ics").status_code == 404, wrong


def test_约好的调解在日历里_只有案号(file, as_user, flask, bus, world):
    address = as_user("扎西多杰").post("/rota/calendar-feed").text.split("/calendar-feeds/")[1]
    file.open_gate()
    file.say(
        PlanMeeting, meeting_id=new_id(), kind=MeetingKind.VILLAGE_VISIT, held_on=MONDAY,
        starts=time(15, 30), place="才旦家", method=Method.FACE_TO_FACE,
    )  # fmt: skip
    found = flask.test_client().get(f"/calendar-feeds/{address.split('<')[0]}").text
    assert "进村出诊 共调〔2026〕" in found
    assert "DTSTART:20260309T073000Z" in found
    assert "才旦" not in found


def test_进村路线单_一天几个村_列出在办的案件(file, people, say, world, as_user, database):
    committee = world.committees["倒淌河镇"]
    for village in ("632521101202", VILLAGE):
        go = {"day": MONDAY, "village_code": village, "mediator_ids": people[:1]}
        assert say(PlanVisit, committee_id=committee, **go) == 1
    with pytest.raises(Incomplete, match="已经排了"):
        say(PlanVisit, committee_id=committee, **go)
    with database.write() as session:
        session.get_one(Case, (COUNTY, file.id)).village_code = VILLAGE
    path = f"/rota/visits/sheet?committee={committee}&day={MONDAY}"
    page = as_user("扎西多杰").get(path).text
    assert page.index("甲乙村") < page.index("黄科村")
    assert "共调〔2026〕" in page
    assert "没有在办的案件" in page
    assert "共调〔2026〕" not in as_user("韩玉梅").get(path).text


def test_今天谁在_请假的不算(week, say, database, world):
    monday = week()[0].shifts[0].duty
    with database.read() as session:
        assert len(on_duty(session, COUNTY, world.committees["倒淌河镇"], MONDAY)) == 1
    say(RecordAbsence, duty_id=monday.id, because="病假")
    with database.read() as session:
        assert not on_duty(session, COUNTY, world.committees["倒淌河镇"], MONDAY)
        assert session.scalar(select(Duty.kind).limit(1)) == DutyKind.OFFICE_HOURS
        assert session.scalar(select(Mediator.id).limit(1))
