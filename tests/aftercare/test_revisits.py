"""75号令 37 条: when to revisit, and what is written down."""

from datetime import date

import pytest

from app.access.actor import actor_of
from app.aftercare.commands import RecordRevisit
from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from app.aftercare.model import Revisit, RevisitRecord
from app.aftercare.planning import windows_after
from app.cases.enums import Risk
from app.deadlines.model import Deadline
from app.kernel.errors import Incomplete, NotNow
from app.worklist.case_file import open_file
from app.worklist.next_step import next_step
from tests.agreements.table import conclude_fully
from tests.agreements.test_aftermath import fulfill, lines
from tests.world import COUNTY

DONE = date(2026, 5, 20)


def visit(file, **said):
    said = {
        "party_id": file.parties["才旦"], "manner": RevisitManner.VISIT, "visitors": ("完玛",),
        "fulfillment_heard": FulfillmentHeard.DONE, "on": date(2026, 6, 1),
    } | said  # fmt: skip
    return file.say(RecordRevisit, **said)


def planned(file):
    found = sorted(file.rows(Revisit), key=lambda row: row.ordinal)
    return [(row.kind, row.due_from, row.due_by) for row in found]


def test_S96_履行后七到十五日回访():
    assert list(windows_after(DONE, is_major=False)) == [
        ("regular", date(2026, 5, 27), date(2026, 6, 4))
    ]


def test_S96_大案三十六十九十日_遇休息日顺延():
    days = [first for kind, first, _ in windows_after(DONE, is_major=True) if kind == "major"]
    assert days == [date(2026, 6, 22), date(2026, 7, 20), date(2026, 8, 18)]


def test_协议生效就按最后期限安排回访(file):
    conclude_fully(file)
    assert planned(file) == [("regular", date(2026, 5, 27), date(2026, 6, 4))]
    waiting = [term for term in file.rows(Deadline) if term.name.startswith("回访")]
    assert [(term.due_on, term.state) for term in waiting] == [(date(2026, 6, 4), "open")]
    assert "第37条" in waiting[0].basis
    assert "当事人约定" not in waiting[0].basis


def test_提前履行完回访跟着提前(file):
    money, fence = lines(file, conclude_fully(file))
    fulfill(file, fence, date(2026, 4, 1), is_whole=True)
    fulfill(file, money, date(2026, 4, 10), 102000)
    assert planned(file) == [("regular", date(2026, 4, 17), date(2026, 4, 25))]
    states = {t.due_on: t.state for t in file.rows(Deadline) if t.name.startswith("回访")}
    assert states == {date(2026, 6, 4): "cancelled", date(2026, 4, 25): "open"}


def test_高风险案件多次回访(file):
    with file.database.write() as session:
        file.load(session).risk = Risk.RED
    conclude_fully(file)
    assert [kind for kind, _, _ in planned(file)] == ["regular", "major", "major", "major"]


def test_登记回访后期限完成(file):
    conclude_fully(file)
    row = file.rows(Revisit)[0]
    visit(file, revisit_id=row.id)
    assert file.rows(Revisit)[0].held_on == date(2026, 6, 1)
    assert [t.state for t in file.rows(Deadline) if t.subject_id == row.id] == ["done"]


def test_S97_满意度不能由承办调解员来问(file):
    conclude_fully(file)
    with pytest.raises(Incomplete, match="承办"):
        visit(file, satisfaction=Satisfaction.SATISFIED, satisfaction_asked_by="扎西多杰")
    visit(file, satisfaction=Satisfaction.SATISFIED, satisfaction_asked_by="马文祥")
    with file.database.read() as session:
        assert session.query(RevisitRecord).one().satisfaction == "satisfied"


def test_满意度要写明谁问的(file):
    conclude_fully(file)
    with pytest.raises(Incomplete, match="谁问的"):
        visit(file, satisfaction=Satisfaction.SATISFIED)


def test_没有安排的回访也能登记(file):
    conclude_fully(file)
    visit(file)
    assert planned(file)[-1] == ("extra", date(2026, 6, 1), date(2026, 6, 1))


def test_一次回访问两位当事人(file):
    conclude_fully(file)
    row = file.rows(Revisit)[0]
    visit(file, revisit_id=row.id)
    visit(file, revisit_id=row.id, party_id=file.parties["旦正"])
    with pytest.raises(NotNow, match="已经登记过"):
        visit(file, revisit_id=row.id)


def test_没有协议就没有回访(file):
    with pytest.raises(NotNow, match="没有调解协议"):
        visit(file)


def stands(file, who="扎西多杰", today=date(2026, 6, 1)):
    with file.database.read() as session:
        actor = actor_of(session, COUNTY, file.world.users[who])
        case = open_file(session, actor, file.id).case
        return next_step(case, actor, today), case.due_name


def test_75号令37条_到了回访的日子下一步就是回访(file):
    file.open_gate()
    money, fence = lines(file, conclude_fully(file))
    fulfill(file, fence, date(2026, 4, 1), is_whole=True)
    fulfill(file, money, date(2026, 4, 10), 102000)
    step, _ = stands(file, today=date(2026, 4, 16))
    assert (step.text, step.waits) == ("回访", True)
    step, _ = stands(file, today=date(2026, 4, 17))
    assert (step.text, step.waits, step.on) == ("回访", False, date(2026, 4, 25))
    row = file.rows(Revisit)[0]
    visit(file, revisit_id=row.id, on=date(2026, 4, 18))
    step, due = stands(file)
    assert step.text == "结案"
    assert due is None  # the court's window is the parties' own: the office is not late (33 条)
