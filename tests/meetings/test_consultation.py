"""集体会诊: several bodies, each with an answer, an opinion and a dated commitment; ROUTING 7."""

from datetime import date

import pytest
from sqlalchemy import select

from app.access.actor import actor_of
from app.cases.specialist_commands import InviteSpecialist, ReleaseSpecialist
from app.cases.stages import Stage
from app.cases.visibility import find_case
from app.deadlines.model import Deadline
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.meetings.consultation_commands import (
    ConcludeConsultation,
    FulfillCommitment,
    InviteBody,
    MakeCommitment,
    NudgeBody,
    RecordBodyAnswer,
    RecordOpinion,
)
from app.meetings.consultation_reading import bodies_of, minutes_of
from app.meetings.enums import BodyAnswer, Conclusion, MeetingKind
from app.meetings.model import Meeting
from app.people.bodies import Specialist
from app.people.users import User
from tests.case_file import open_case
from tests.meetings.sessions import plan
from tests.world import COUNTY, TODAY

JOINT = MeetingKind.JOINT_CONSULTATION


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus)
    file.open_gate()
    return file


@pytest.fixture
def meeting(file):
    return plan(file, kind=JOINT, place="县中心三楼")


@pytest.fixture
def body(file, meeting):
    return file.say(InviteBody, meeting_id=meeting, body="人社局", bring="考勤、工资表")


def bodies(file, meeting):
    with file.database.read() as session:
        return bodies_of(session, session.get_one(Meeting, (COUNTY, meeting)))


def promise(file, commitment):
    with file.database.read() as session:
        mine = select(Deadline).where(Deadline.subject_id == commitment)
        return session.scalars(mine).one()


def test_安排会诊_案件到集体会诊(file, meeting):
    assert file.read(lambda case: case.stage) == Stage.JOINT_CONSULTATION


def test_未回的可以催办_次数记下_答复以后不再催(file, meeting, body):
    file.say(NudgeBody, body_id=body)
    file.say(NudgeBody, body_id=body, on=date(2026, 3, 3))
    (seen,) = bodies(file, meeting)
    assert (seen.row.answer, seen.nudges, seen.row.bring) == ("waiting", 2, "考勤、工资表")
    file.say(RecordBodyAnswer, body_id=body, answer=BodyAnswer.CONFIRMED, attendee="王科长")
    (seen,) = bodies(file, meeting)
    assert (seen.row.answer, seen.row.answered_on, seen.row.attendee) == (
        "confirmed",
        TODAY,
        "王科长",
    )
    with pytest.raises(NotNow, match="已经答复"):
        file.say(NudgeBody, body_id=body)


def test_承诺有期限_到办结为止都在今日工作里(file, meeting, body):
    due = date(2026, 3, 28)
    commitment = file.say(MakeCommitment, body_id=body, what="核定欠薪金额", due_on=due)
    clock = promise(file, commitment)
    assert (clock.due_on, clock.state, clock.name) == (due, "open", "会诊承诺：人社局 核定欠薪金额")
    done = date(2026, 3, 20)
    file.say(FulfillCommitment, commitment_id=commitment, proof="已出具核定表", on=done)
    assert promise(file, commitment).state == "done"
    (seen,) = bodies(file, meeting)
    assert [(c.fulfilled_on, c.proof) for c in seen.commitments] == [(done, "已出具核定表")]


def test_意见和纪要只增不改(file, meeting, body):
    file.say(RecordOpinion, body_id=body, opinion="应先行垫付")
    file.say(RecordOpinion, body_id=body, opinion="同意分期", on=date(2026, 3, 3))
    (seen,) = bodies(file, meeting)
    assert seen.row.opinion == "应先行垫付\n2026-03-03 补充：同意分期"
    first = {"conclusion": Conclusion.TALK_AGAIN, "minutes": "待核实"}
    file.say(ConcludeConsultation, meeting_id=meeting, **first)
    second = {"conclusion": Conclusion.PLAN_MADE, "minutes": "形成方案"}
    file.say(ConcludeConsultation, meeting_id=meeting, **second)
    with file.database.read() as session:
        rows = minutes_of(session, session.get_one(Meeting, (COUNTY, meeting)))
        assert [(row.ordinal, row.conclusion) for row in rows] == [
            (1, "talk_again"),
            (2, "plan_made"),
        ]


def test_坐班门诊不请单位(file):
    office = plan(file)
    with pytest.raises(NotNow, match="集体会诊"):
        file.say(InviteBody, meeting_id=office, body="人社局")


def test_别案的单位不能在本案里答复(file, body, database, world, bus):
    other = open_case(database, world, bus)
    with pytest.raises(NotFound):
        other.say(RecordBodyAnswer, body_id=body, answer=BodyAnswer.DECLINED)


class Test人民调解法20条专家:
    @pytest.fixture
    def specialist(self, database, world):
        with database.write() as session:
            row = Specialist(county_id=COUNTY, id=new_id(), name="索南", field="兽医")
            session.add(row)
            session.flush()
            user = User(
                county_id=COUNTY, id=new_id(), login="索南", name="索南", role="specialist",
                must_change_password=False, specialist_id=row.id,
            )  # fmt: skip
            session.add(user)
            world.users["索南"] = user.id
            return row.id

    def sees(self, file, world):
        with file.database.read() as session:
            try:
                find_case(session, actor_of(session, COUNTY, world.users["索南"]), file.id)
            except NotFound:
                return False
            return True

    def test_各方同意才能请_请了才看得见_退出就看不见(self, file, world, specialist):
        with pytest.raises(Incomplete, match="第20条"):
            file.say(InviteSpecialist, specialist_id=specialist, agreed_on=None)
        assert not self.sees(file, world)
        seat = file.say(InviteSpecialist, specialist_id=specialist, agreed_on=TODAY)
        assert self.sees(file, world)
        with pytest.raises(NotNow, match="已经在本案"):
            file.say(InviteSpecialist, specialist_id=specialist, agreed_on=TODAY)
        file.say(ReleaseSpecialist, seat_id=seat)
        assert not self.sees(file, world)
