"""督办单: issued, printed, answered, sent back, closed; whose move it is stands everywhere."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.cases.model import Case
from app.deadlines.model import Deadline
from app.deadlines.opening import start_term
from app.inbox.model import Notice
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.errors import NotAllowed, NotFound, NotNow
from app.people.users import User
from app.supervision.order_commands import (
    AnswerOrder,
    CloseOrder,
    IssueOrder,
    SendAnswerBack,
    WithdrawOrder,
)
from app.supervision.order_records import OrderAnswer, SupervisionOrder
from app.supervision.tick import tick
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.dossiers.desk import bytes_of, issued
from tests.dossiers.test_issuing import words_of
from tests.world import COUNTY, NOW, TODAY

WEEK = TODAY + timedelta(days=7)
WORDS = {
    "subject": "人民调解期限超期", "person": "扎西多杰", "reason": "到期没有办结。",
    "demands": "三日内再调解一次。", "due_on": WEEK,
}  # fmt: skip
ANSWER = {
    "reason": "一方外出打工",
    "done": "电话约定回来的日子",
    "new_on": TODAY + timedelta(days=20),
}


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    with database.write() as session:
        said = Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY)
        work = Work(session, said, NOW, database.ring)
        start_term(work, file.id, "T01", date(2026, 1, 15))
        bus.react(work)
    return file


def order(file, by="李主任", **said):
    return file.say(IssueOrder, by=by, **WORDS | said)


def told(file):
    rows = select(User.name, Notice.kind).join(User, User.id == Notice.user_id)
    with file.database.read() as session:
        return {tuple(row) for row in session.execute(rows.where(Notice.read_at.is_(None)))}


def watched(file):
    return {
        (row.name, row.due_on, row.state) for row in file.rows(Deadline) if row.code == "promise"
    }


def test_督办单_签发_答复_退回_再答复_销号(file):
    order_id = order(file)
    assert ("扎西多杰", "ordered") in told(file)
    assert ("答复督办单", WEEK, "open") in watched(file)
    file.say(AnswerOrder, order_id=order_id, **ANSWER)
    assert ("答复督办单", WEEK, "done") in watched(file)
    assert {"answered"} == {kind for _, kind in told(file)}  # the handler's move is over
    with pytest.raises(NotNow, match="已经答复"):
        file.say(AnswerOrder, order_id=order_id, **ANSWER)
    later = TODAY + timedelta(days=3)
    file.say(SendAnswerBack, by="李主任", order_id=order_id, because="没有写证人", due_on=later)
    assert told(file) == {("扎西多杰", "sent_back")}
    assert ("答复督办单", later, "open") in watched(file)
    file.say(AnswerOrder, order_id=order_id, **ANSWER)
    file.say(CloseOrder, by="李主任", order_id=order_id)
    assert told(file) == {("扎西多杰", "order_closed")}
    assert {row for row in watched(file) if row[2] == "open"} == {
        ("督办答复的办结日期", ANSWER["new_on"], "open")
    }
    (row,) = file.rows(SupervisionOrder)
    assert (row.number, row.state) == ("共调督〔2026〕1号", "closed")
    with pytest.raises(NotNow, match="已经销号"):
        file.say(CloseOrder, by="李主任", order_id=order_id)
    assert [tag for tag in file.trail() if tag.startswith("supervision")] == [
        "supervision:order:issued", "supervision:order:answered", "supervision:order:sent_back",
        "supervision:order:answered", "supervision:order:closed",
    ]  # fmt: skip


def test_两个负责人同时督办_只有一份_说明是谁发的(file):
    order_id = order(file)
    with pytest.raises(NotNow, match="李主任已于2026-03-02发出督办单共调督〔2026〕1号"):
        order(file)
    file.say(WithdrawOrder, by="李主任", order_id=order_id, because="发错了案件")
    assert watched(file) == {("答复督办单", WEEK, "cancelled")}
    order(file)
    assert [row.number for row in file.rows(SupervisionOrder)].count("共调督〔2026〕2号") == 1


def test_答复人不能给自己销号_没有权限的人不能签发(file):
    order_id = order(file)
    with pytest.raises(NotAllowed):
        order(file, by="扎西多杰")
    file.say(AnswerOrder, by="李主任", order_id=order_id, **ANSWER)
    with pytest.raises(NotAllowed, match="不能由您自己销号"):
        file.say(CloseOrder, by="李主任", order_id=order_id)
    with pytest.raises(NotFound):
        file.say(AnswerOrder, by="韩玉梅", order_id=order_id, **ANSWER)


def test_督办单打印成文_不盖承办调委会的章_不装进卷宗(file, keys):
    paper = issued(file, keys, "supervision_order", order(file), by="李主任")
    assert (paper.number, paper.state) == ("共调督〔2026〕1号", "frozen")
    words = words_of(bytes_of(file, paper.sha256))
    for said in ("共和县矛盾纠纷调解中心", "倒淌河镇人民调解委员会", "三日内再调解一次", "李主任"):
        assert said in words


def test_督办页_谁的一步谁看得到表单_填的不丢(file, as_user):
    path = f"/cases/{file.id}/supervision-orders"
    lead, handler = as_user("李主任"), as_user("扎西多杰")
    known = fields(lead.get(path).text)
    assert known["issuing-person"] == "扎西多杰"
    assert "人民调解期限于2026-02-14到期" in known["issuing-reason"]
    early = lead.post(
        path, data=known | {"issuing-due_on": "2026-03-01", "issuing-demands": "快办"}
    )
    assert early.status_code == 422
    assert "不能早于今天" in early.text
    assert "快办" in early.text
    assert lead.post(path, data=known).status_code == 303
    (row,) = file.rows(SupervisionOrder)
    assert "签发督办单</h2>" not in handler.get(path).text
    said = fields(handler.get(path).text) | {
        "answering-reason": "一方外出",
        "answering-done": "已约",
    }
    empty = handler.post(f"{path}/{row.id}/answers", data=said)
    assert empty.status_code == 422
    assert "请填写新的办结日期" in empty.text
    assert "一方外出" in empty.text
    said |= {"answering-new_on": "2026-03-20"}
    assert handler.post(f"{path}/{row.id}/answers", data=said).status_code == 303
    assert "负责人审看" in lead.get("/supervision").text
    assert "轮到谁" in handler.get(path).text
    back = fields(lead.get(path).text)
    refused = lead.post(f"{path}/{row.id}/return", data=back)
    assert "请填写“退回理由”" in refused.text
    assert lead.post(f"{path}/{row.id}/closing", data=back).status_code == 303
    assert "已销号" in lead.get("/supervision").text
    assert len(file.rows(SupervisionOrder)) == 1
    assert as_user("韩玉梅").get(path).status_code == 404
    assert handler.get("/supervision").status_code == 403


def test_阶梯建议督办_列在督办页_发了就不再列(file, as_user, bus, world):
    list(tick(bus, COUNTY, world.users["系统"], date(2026, 3, 4)))
    lead = as_user("李主任")
    assert "建议发督办单（1）" in lead.get("/supervision").text
    order(file)
    page = lead.get("/supervision").text
    assert "建议发督办单（0）" in page
    assert "还没有销号的（1）" in page


def test_答复留着每一次(file):
    order_id = order(file)
    file.say(AnswerOrder, order_id=order_id, **ANSWER)
    file.say(SendAnswerBack, by="李主任", order_id=order_id, because="不清楚", due_on=WEEK)
    file.say(AnswerOrder, order_id=order_id, **ANSWER | {"reason": "一方外出，四月回来"})
    with file.database.read() as session:
        rows = session.scalars(
            select(OrderAnswer).order_by(OrderAnswer.answered_at, OrderAnswer.id)
        )
        assert [(one.reason, one.sent_back_because) for one in rows] == [
            ("一方外出打工", "不清楚"), ("一方外出，四月回来", None),
        ]  # fmt: skip


def test_结了案还没立卷的也能督办_什么都办完的不能(file):
    with file.database.write() as session:
        case = session.get_one(Case, (COUNTY, file.id))
        case.stage, case.closed_on, case.outcome = "closed", TODAY, "settled"
    order_id = order(file, subject="立卷归档超期")
    file.say(AnswerOrder, order_id=order_id, **ANSWER)
    file.say(CloseOrder, by="李主任", order_id=order_id)
    assert ("督办答复的办结日期", ANSWER["new_on"], "open") in watched(file)
    with file.database.write() as session:
        for term in session.scalars(select(Deadline)):
            term.state, term.ended_on, term.next_on = "done", TODAY, None
    with pytest.raises(NotNow, match="没有可以督办的事"):
        order(file)
