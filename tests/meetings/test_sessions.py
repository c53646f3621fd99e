"""Sessions of the four clinics: 人民调解法 17, 19, 20, 22, 23, 26, 27 条; S2, S21–S26, S31."""

from datetime import date, time

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.cases.commands import CloseCase
from app.cases.enums import Language, Outcome
from app.cases.particulars import Signals
from app.cases.parties import Party
from app.cases.stages import Stage
from app.kernel.errors import Incomplete, NotFound, NotNow, Stale
from app.kernel.ids import new_id
from app.meetings.commands import CancelMeeting, Guest, InviteGuest, MoveMeeting, RecordInquiry
from app.meetings.enums import Attending, Flaw, GuestKind, MeetingKind, MeetingResult, MeetingState
from app.meetings.model import InquiryRecord, Meeting
from app.meetings.reading import attendances_of, flaws_of, meetings_of, records_of
from tests.case_file import open_case
from tests.meetings.sessions import hold, plan
from tests.world import COUNTY, TODAY

REFUSED = "一方拒绝或不愿继续"
UNCLE = Guest(name="才旦的舅舅", kind=GuestKind.RELATIVE)


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


def one(file, meeting_id, ask):
    with file.database.read() as session:
        return ask(session, session.get_one(Meeting, (COUNTY, meeting_id)))


def flaws(file, meeting_id):
    return one(file, meeting_id, flaws_of)


class Test人民调解法17条开始调解以前:
    def test_缺同意_缺告知_不能安排(self, file):
        with pytest.raises(Incomplete, match=r"同意.*告知权利义务"):
            plan(file)
        file.open_gate()
        plan(file)

    def test_S22_S26_拒绝以后不能安排(self, file):
        file.open_gate()
        file.refuse("旦正")
        with pytest.raises(NotNow, match="第17条"):
            plan(file)

    def test_人民调解法19条_没有调解员不能安排(self, database, world, bus):
        file = open_case(database, world, bus, mediator=None)
        file.open_gate()
        with pytest.raises(Incomplete, match="第19条"):
            plan(file)

    def test_未受理的案件不能安排(self, database, world, bus):
        file = open_case(database, world, bus, stage=Stage.INTAKE, accepted_on=None)
        file.open_gate()
        with pytest.raises(NotNow, match="受理"):
            plan(file)


class Test路:
    def test_安排进村出诊_案件就到进村出诊(self, file):
        file.open_gate()
        plan(file, kind=MeetingKind.VILLAGE_VISIT, place="甲乙村村委会")
        assert file.read(lambda case: case.stage) == Stage.VILLAGE_VISIT
        assert "case:stage:moved" in file.trail()

    def test_没有协议不能安排上门复诊(self, file):
        file.open_gate()
        with pytest.raises(NotNow, match="生效"):
            plan(file, kind=MeetingKind.HOME_FOLLOW_UP)
        assert file.read(lambda case: case.stage) == Stage.OFFICE_HOURS

    def test_没安排过的进村调解_照样收下并跟着走(self, file):
        file.open_gate()
        meeting = hold(file, kind=MeetingKind.VILLAGE_VISIT)
        assert file.read(lambda case: case.stage) == Stage.VILLAGE_VISIT
        assert flaws(file, meeting) == []
        assert file.last()["late"] is False

    def test_结案以后补报_收下并标明_案件不动(self, file):
        file.open_gate()
        file.say(CloseCase, outcome=Outcome.WITHDRAWN, reason="撤回")
        meeting = hold(file, kind=MeetingKind.VILLAGE_VISIT)
        assert flaws(file, meeting) == [Flaw.CASE_CLOSED, Flaw.OFF_THE_ROAD]
        assert file.read(lambda case: case.stage) == Stage.CLOSED
        assert file.last()["late"] is True

    def test_未受理时的调解_收下并标明(self, database, world, bus):
        file = open_case(database, world, bus, stage=Stage.INTAKE, accepted_on=None, mediator=None)
        meeting = hold(file)
        assert set(flaws(file, meeting)) == {
            Flaw.OFF_THE_ROAD,
            Flaw.WITHOUT_CONSENT,
            Flaw.RIGHTS_NOT_TOLD,
            Flaw.WITHOUT_MEDIATOR,
        }


def test_S2_第二次以后一方不愿继续_只能终止并告知(file):
    file.open_gate()
    again = {"result": MeetingResult.TO_BE_CONTINUED}
    hold(file, on=date(2026, 3, 4), next_on=date(2026, 3, 10), **again)
    hold(file, on=date(2026, 3, 10), next_on=date(2026, 3, 20), **again)
    file.refuse("才旦", on=date(2026, 3, 12))
    with pytest.raises(NotNow, match="第17条"):
        plan(file, on=date(2026, 3, 12), held_on=date(2026, 3, 20))
    end = {"outcome": Outcome.UNSETTLED, "reason": REFUSED, "on": date(2026, 3, 12)}
    with pytest.raises(Incomplete, match="第26条"):
        file.say(CloseCase, **end)
    file.say(CloseCase, remedies_told=True, **end)
    with file.database.read() as session:
        held = meetings_of(session, file.load(session))
        assert [m.result for m in held] == ["to_be_continued", "to_be_continued"]


def test_拒绝当天及以后的调解_收下并标明(file):
    file.open_gate()
    file.refuse("旦正", on=date(2026, 3, 4))
    before = hold(file, on=date(2026, 3, 3))
    assert Flaw.AFTER_REFUSAL not in flaws(file, before)
    after = hold(file, on=date(2026, 3, 5))
    assert Flaw.AFTER_REFUSAL in flaws(file, after)


class Test人民调解法20条S24:
    def test_各方没有都同意_不能请人(self, file):
        file.open_gate()
        with pytest.raises(Incomplete, match="第20条"):
            plan(file, guests=(UNCLE,))
        meeting = plan(file)
        with pytest.raises(Incomplete, match="才旦的舅舅"):
            file.say(InviteGuest, meeting_id=meeting, guest=UNCLE)
        agreed = Guest(name="才旦的舅舅", kind=GuestKind.RELATIVE, agreed_on=TODAY)
        file.say(InviteGuest, meeting_id=meeting, guest=agreed)
        guests = [
            (row.name, row.agreed_on)
            for row in one(file, meeting, attendances_of)
            if row.attending == Attending.GUEST
        ]
        assert guests == [("才旦的舅舅", TODAY)]

    def test_没征得同意已经来了的_收下并标明(self, file):
        file.open_gate()
        meeting = hold(file, guests=(UNCLE,))
        assert flaws(file, meeting) == [Flaw.GUEST_UNAGREED]


class Test人民调解法23条S25公开:
    @pytest.mark.parametrize(
        ("asks", "objection", "public"),
        [(True, None, True), (True, "旦正不同意公开", False), (False, None, False)],
    )
    def test_有人反对就不公开_反对意见留下(self, file, asks, objection, public):
        file.open_gate()
        meeting = plan(file, asks_public=asks, objection=objection)
        seen = one(file, meeting, lambda _, row: (row.is_public, row.objection))
        assert seen == (public, objection)

    def test_涉及隐私就不公开(self, file):
        file.open_gate()
        with file.database.write() as session:
            session.add(Signals(county_id=COUNTY, case_id=file.id, confidential=True))
        meeting = plan(file, asks_public=True)
        seen = one(file, meeting, lambda _, row: (row.is_public, row.objection))
        assert seen == (False, "涉及个人隐私或商业秘密")

    def test_数据库里存不下有人反对的公开调解(self, file):
        file.open_gate()
        meeting = plan(file, asks_public=True)
        with pytest.raises(IntegrityError), file.database.write() as session:
            change = update(Meeting).where(Meeting.id == meeting)
            session.execute(change.values(objection="反对"))


class Test到场和记录:
    def test_到场的和没到的都记下(self, file, world):
        file.open_gate()
        meeting = plan(file)
        came = (file.parties["才旦"],)
        seats = (world.mediators["扎西多杰"],)
        hold(file, meeting, party_ids=came, mediator_ids=seats)
        seen = {row.name: row.has_come for row in one(file, meeting, attendances_of)}
        assert seen == {"才旦": True, "旦正": False, "扎西多杰": True}

    def test_人民调解法27条_再报一次是补充_前一份不动(self, file):
        file.open_gate()
        meeting = hold(file, text="第一份")
        hold(file, meeting, text="第二份", recorder="完玛")
        records = [(r.ordinal, r.text, r.recorder) for r in one(file, meeting, records_of)]
        assert records == [(1, "第一份", "扎西多杰"), (2, "第二份", "完玛")]
        assert file.trail()[-1] == "meeting:session:supplemented"

    def test_S31_当事人说藏语_没有宣读和翻译就标明(self, file):
        file.open_gate()
        with file.database.write() as session:
            mine = update(Party).where(Party.id == file.parties["旦正"])
            session.execute(mine.values(language=Language.BO))
        meeting = hold(file)
        assert flaws(file, meeting) == [Flaw.NOT_READ_ALOUD, Flaw.WITHOUT_INTERPRETER]
        whole = hold(file, read_aloud_in=Language.BO, interpreter="拉毛", languages=(Language.BO,))
        assert flaws(file, whole) == []

    def test_有待继续要约下次日期_没约就标明(self, file):
        file.open_gate()
        meeting = hold(file, result=MeetingResult.TO_BE_CONTINUED)
        assert flaws(file, meeting) == [Flaw.NO_NEXT_DAY]

    def test_同一次点击两次只记一次(self, file):
        file.open_gate()
        key, meeting = new_id(), new_id()
        hold(file, meeting, key=key)
        hold(file, meeting, key=key)
        assert len(one(file, meeting, records_of)) == 1

    def test_调查记录_重报不重存(self, file):
        said = {
            "inquiry_id": new_id(), "starts": time(15, 0), "place": "牧场", "inquirers": "扎西多杰",
            "recorder": "完玛", "asked": "邻居卓玛", "text": "问：看见了吗？答：看见了。",
        }  # fmt: skip
        file.say(RecordInquiry, **said)
        file.say(RecordInquiry, **said)
        (row,) = file.rows(InquiryRecord)
        assert (row.asked, row.text) == ("邻居卓玛", "问：看见了吗？答：看见了。")


class Test改期和取消:
    def test_改期留下前后两个日期(self, file):
        file.open_gate()
        meeting = plan(file)
        later = date(2026, 3, 6)
        file.say(MoveMeeting, meeting_id=meeting, held_on=later, starts=time(15, 0), place="村委会")
        assert one(file, meeting, lambda _, row: (row.on, row.place)) == (later, "村委会")
        assert file.last()["came_from"] == "2026-03-02"

    def test_取消要写原因_取消以后不能再改(self, file):
        file.open_gate()
        meeting = plan(file)
        with pytest.raises(Incomplete, match="原因"):
            file.say(CancelMeeting, meeting_id=meeting, reason=" ")
        file.say(CancelMeeting, meeting_id=meeting, reason="大雪封路")
        with pytest.raises(NotNow, match="已经举行或取消"):
            file.say(CancelMeeting, meeting_id=meeting, reason="再取消")

    def test_取消以后又举行了_收下并标明(self, file):
        file.open_gate()
        meeting = plan(file)
        file.say(CancelMeeting, meeting_id=meeting, reason="大雪封路")
        hold(file, meeting)
        assert flaws(file, meeting) == [Flaw.AFTER_CANCELLING]
        assert one(file, meeting, lambda _, row: row.cancel_reason) == "大雪封路"

    def test_已举行的不能取消(self, file):
        file.open_gate()
        meeting = hold(file)
        with pytest.raises(NotNow):
            file.say(CancelMeeting, meeting_id=meeting, reason="撤掉")

    def test_结案时取消没举行的(self, file):
        file.open_gate()
        meeting = plan(file, held_on=date(2026, 3, 20))
        file.say(CloseCase, outcome=Outcome.WITHDRAWN, reason="撤回")
        seen = one(file, meeting, lambda _, row: (row.state, row.cancel_reason))
        assert seen == (MeetingState.CANCELLED, "案件已结案")


def test_再长的话也收下(file):
    long = "长" * 3000
    meeting = hold(file, place=long, recorder=long, interpreter=long, objection=long, text=long)
    assert one(file, meeting, lambda _, row: (row.place, row.recorder)) == (long, long)


def test_别案的调解不能在本案里改(file, database, world, bus):
    file.open_gate()
    meeting = plan(file)
    other = open_case(database, world, bus)
    with pytest.raises(NotFound):
        other.say(CancelMeeting, meeting_id=meeting, reason="不是我的")
    with pytest.raises(NotFound):
        hold(other, meeting)


def test_旧页面上的安排被拒绝_什么也没留下(file):
    file.open_gate()
    seen = file.read(lambda case: case.version)
    plan(file, seen_version=seen)
    with pytest.raises(Stale):
        plan(file, seen_version=seen)
    with file.database.read() as session:
        found = session.scalars(select(Meeting).where(Meeting.case_id == file.id)).all()
        assert len(found) == 1


def test_S100_一个月二十九次调解_照样收下(file):
    file.open_gate()
    for day in range(2, 31):
        result = {"result": MeetingResult.TO_BE_CONTINUED, "next_on": date(2026, 3, 31)}
        hold(file, on=date(2026, 3, day), **result)
    with file.database.read() as session:
        assert len(meetings_of(session, file.load(session))) == 29


def test_日期早于登记日期_写明两个日期(file):
    file.open_gate()
    with pytest.raises(Incomplete, match=r"2026-02-01.*2026-03-01"):
        plan(file, held_on=date(2026, 2, 1))
