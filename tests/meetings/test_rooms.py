"""会诊室: a room is a place that two sessions never have at the same hour."""

import re
import threading
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.meetings.commands import CancelMeeting, MoveMeeting
from app.meetings.enums import MeetingKind
from app.meetings.model import Meeting
from app.meetings.room_commands import AddRoom, BookRoom, CloseRoom, ReleaseRoom
from app.meetings.room_records import RoomBooking
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.dossiers.desk import bytes_of, issued
from tests.dossiers.test_issuing import words_of
from tests.meetings.sessions import plan
from tests.world import COUNTY, OTHER_TOWNSHIP, TODAY

LATER = TODAY + timedelta(days=3)


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """The committees' signing keys, made once."""
    return tmp_path_factory.mktemp("keys") / "committee"


@pytest.fixture
def say(bus, world):
    def speak(kind, who="李主任", /, **more):
        return bus.execute(kind(county_id=COUNTY, actor_id=world.users[who], on=TODAY, **more))

    return speak


@pytest.fixture
def room(say):
    return say(AddRoom, name="会诊室", address="县综治中心二楼", seats=20)


@pytest.fixture
def files(database, world, bus):
    made = [
        open_case(database, world, bus, file_number=f"（2026）共倒人调字第{n}号") for n in (1, 2)
    ]
    for file in made:
        file.open_gate()
    return made


def meet(file, at=time(9, 30), on=TODAY, **said):
    return plan(file, kind=MeetingKind.JOINT_CONSULTATION, starts=at, held_on=on, **said)


def book(file, meeting, room, until=time(11, 0)):
    return file.say(BookRoom, meeting_id=meeting, room_id=room, until=until)


def standing(database):
    with database.read() as session:
        rows = session.scalars(select(RoomBooking).where(RoomBooking.released_at.is_(None)))
        return sorted((row.on, row.starts, row.until) for row in rows)


def test_同一间同一时间只给一个会_错开的都行(files, room, say, database):
    one, two = files
    first = meet(one)
    book(one, first, room)
    with pytest.raises(NotNow, match="会诊室在 2026-03-02 09:30–11:00 已经有别的会"):
        book(two, meet(two, time(10, 30)), room, time(12, 0))
    after = meet(two, time(11, 0))
    book(two, after, room, time(12, 0))  # one ends when the other begins
    other = say(AddRoom, name="第一调解室", address="倒淌河镇政府", seats=8)
    book(two, meet(two, time(10, 0)), other)
    assert standing(database) == [
        (TODAY, time(9, 30), time(11)), (TODAY, time(10), time(11)), (TODAY, time(11), time(12)),
    ]  # fmt: skip
    with pytest.raises(Incomplete, match="要晚于开始时间"):
        book(one, first, other, time(9, 0))
    assert "meeting:room:booked" in one.trail()


def test_两个人同时订_只有一个订到(files, room, database):
    meetings = [meet(file) for file in files]
    gate, refused = threading.Barrier(2), []

    def press(file, meeting):
        gate.wait()
        try:
            book(file, meeting, room)
        except NotNow as error:
            refused.append(str(error))

    hands = [
        threading.Thread(target=press, args=pair) for pair in zip(files, meetings, strict=True)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert len(standing(database)) == 1
    (said,) = refused
    assert "已经有别的会" in said


def test_改期跟着改_占了的改不成_改到别处的退订_取消的退订(files, room, database):
    one, two = files
    mine, theirs = meet(one), meet(two, on=LATER)
    book(one, mine, room)
    book(two, theirs, room)
    place = "县综治中心二楼会诊室"
    moved = {"meeting_id": mine, "held_on": LATER, "place": place}
    with pytest.raises(NotNow, match=f"{LATER} 09:30–11:00 已经有别的会"):
        one.say(MoveMeeting, **moved, starts=time(10, 0))
    assert standing(database)[0] == (TODAY, time(9, 30), time(11))
    one.say(MoveMeeting, **moved, starts=time(14, 0))
    assert (LATER, time(14), time(15, 30)) in standing(database)
    one.say(MoveMeeting, **moved | {"place": "才旦家"}, starts=time(14, 0))
    assert standing(database) == [(LATER, time(9, 30), time(11))]
    two.say(CancelMeeting, meeting_id=theirs, reason="一方有事")
    assert standing(database) == []
    with pytest.raises(NotNow, match="已经举行或取消"):
        book(two, theirs, room)


def test_结了案_订的也退了(files, room, database):
    one = files[0]
    book(one, meet(one), room)
    one.say(CloseCase, outcome=Outcome.WITHDRAWN, reason="自行和解")
    assert standing(database) == []


def test_会诊室谁能登记_重名不行_有人订的不能停用(files, room, say):
    with pytest.raises(NotAllowed):
        say(AddRoom, "扎西多杰", name="小会议室", address="镇政府", seats=6)
    with pytest.raises(Incomplete, match="已经有一间"):
        say(AddRoom, name=" 会诊室 ", address="别处", seats=6)
    one = files[0]
    meeting = meet(one)
    book(one, meeting, room)
    with pytest.raises(NotNow, match="还有人订"):
        say(CloseRoom, room_id=room)
    one.say(ReleaseRoom, meeting_id=meeting)
    with pytest.raises(NotNow, match="没有订会诊室"):
        one.say(ReleaseRoom, meeting_id=meeting)
    say(CloseRoom, room_id=room)
    with pytest.raises(NotNow, match="停用"):
        book(one, meeting, room)


def test_通知书上的地点是这间(files, room, keys, database):
    one = files[0]
    meeting = meet(one, place="待定")
    book(one, meeting, room)
    with database.read() as session:
        assert session.get_one(Meeting, (COUNTY, meeting)).place == "县综治中心二楼会诊室"
    paper = issued(one, keys, "meeting_invitation", meeting)
    assert "县综治中心二楼会诊室" in words_of(bytes_of(one, paper.sha256))


def test_页面_登记_订_看一周_退订_填的不丢(files, database, world, bus, as_user):
    one, lead, handler = files[0], as_user("李主任"), as_user("扎西多杰")
    assert "还没有登记会诊室" in handler.get("/rooms").text
    known = fields(lead.get("/rooms").text)
    wrong = lead.post(
        "/rooms", data=known | {"name": "会诊室", "address": "县中心", "seats": "很多"}
    )
    assert wrong.status_code == 422
    assert "请写能坐几个人" in wrong.text
    assert 'value="会诊室"' in wrong.text
    made = known | {"name": "会诊室", "address": "县中心二楼", "seats": "20"}
    assert lead.post("/rooms", data=made).status_code == 303
    meeting = meet(one)
    path = f"/cases/{one.id}/meetings/{meeting}"
    page = handler.get(path).text
    (room_id,) = re.findall(r'<option value="([0-9a-f-]{36})">县中心二楼会诊室（20座）', page)
    asked = fields(page) | {"booking-room_id": room_id, "booking-until": "09:00"}
    refused = handler.post(f"{path}/room", data=asked)
    assert refused.status_code == 422
    assert "要晚于开始时间" in refused.text
    assert 'value="09:00"' in refused.text
    assert handler.post(f"{path}/room", data=asked | {"booking-until": "11:30"}).status_code == 303
    assert "已订" in handler.get(path).text
    week = handler.get(f"/rooms?week={TODAY}").text
    assert "09:30–11:30" in week
    assert "集体会诊 共调〔2026〕" in week
    assert "登记一间" not in week
    other = as_user("韩玉梅").get(f"/rooms?week={TODAY}").text  # of another township
    assert "已占用" in other
    assert "共调〔2026〕" not in other
    assert (
        handler.post(f"{path}/room/release", data=fields(handler.get(path).text)).status_code == 303
    )
    assert "没有订" in handler.get(path).text
    assert "09:30" not in handler.get(f"/rooms?week={TODAY}").text
    closed = lead.post(f"/rooms/{room_id}/closure", data=fields(lead.get("/rooms").text))
    assert closed.status_code == 303
    assert OTHER_TOWNSHIP not in other
