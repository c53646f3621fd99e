"""卷宗评查: seven points, by somebody else, after the case; what is wanting is watched."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.aftercare.evaluating import hints_of
from app.aftercare.evaluation_commands import EvaluateFile, FilePoint, Finding, PointFound
from app.aftercare.evaluation_records import Evaluation
from app.cases.enums import Outcome
from app.cases.model import Case
from app.deadlines.model import Deadline
from app.inbox.model import Notice
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from tests.agreements.table import conclude_fully
from tests.agreements.test_pages import fields
from tests.world import COUNTY, TODAY

GOOD = tuple(PointFound(point=point, finding=Finding.GOOD) for point in FilePoint)
WEEK = TODAY + timedelta(days=7)


def wanting(note="缺回访记录"):
    point = FilePoint.REVISIT
    return tuple(
        PointFound(point=point, finding=Finding.WANTING, note=note) if one.point is point else one
        for one in GOOD
    )


@pytest.fixture
def closed(file):
    conclude_fully(file, day=TODAY)
    with file.database.write() as session:
        case = session.get_one(Case, (COUNTY, file.id))
        case.stage, case.closed_on, case.outcome = "closed", TODAY, Outcome.SETTLED
    return file


def test_没结案不评查_自己的卷宗自己不评(file):
    with pytest.raises(NotNow, match="还没有结案"):
        file.say(EvaluateFile, by="李主任", points=GOOD)


def test_有要整改的写明缺什么和期限_再评查一次时了结(closed):
    with pytest.raises(NotAllowed):
        closed.say(EvaluateFile, points=GOOD)
    with pytest.raises(Incomplete, match="回访及时”缺什么"):
        closed.say(EvaluateFile, by="李主任", points=wanting(None), mend_by=WEEK)
    with pytest.raises(Incomplete, match="整改期限"):
        closed.say(EvaluateFile, by="李主任", points=wanting())
    with pytest.raises(Incomplete, match="七项"):
        closed.say(EvaluateFile, by="李主任", points=GOOD[:6])
    closed.say(EvaluateFile, by="李主任", points=wanting(), mend_by=WEEK)

    def watched():
        return [(r.due_on, r.state) for r in closed.rows(Deadline) if r.name == "卷宗整改"]

    assert watched() == [(WEEK, "open")]
    with closed.database.read() as session:
        assert "evaluated" in session.scalars(select(Notice.kind)).all()
    closed.say(EvaluateFile, by="李主任", points=GOOD)
    assert watched() == [(WEEK, "done")]
    assert closed.last()["wanting"] == 0


def test_系统看到的_缺哪些文书_没有回访_没有归档(closed):
    found = closed.read_with(lambda session, case: list(hints_of(session, case)))
    points = {point for point, _ in found}
    assert {FilePoint.MATERIALS, FilePoint.REVISIT, FilePoint.BINDING} <= points
    assert FilePoint.PAPERS not in points  # the days stand in order
    with closed.database.write() as session:
        session.get_one(Case, (COUNTY, closed.id)).closed_on = TODAY - timedelta(days=1)
    found = closed.read_with(lambda session, case: list(hints_of(session, case)))
    assert (FilePoint.PAPERS, "结案日期2026-03-01早于协议日期2026-03-02") in found


def test_评查页_填的不丢_评查表能打印(closed, as_user):
    path = f"/cases/{closed.id}/evaluation"
    lead = as_user("李主任")
    said = fields(lead.get(path).text) | {point.value: "good" for point in FilePoint}
    refused = lead.post(path, data=said | {"binding": "partly", "binding_note": "页码没有编"})
    assert refused.status_code == 422
    assert "整改期限" in refused.text
    assert "页码没有编" in refused.text
    empty = lead.post(path, data=said | {"papers": ""})
    assert "请填写“文书标准”" in empty.text
    assert lead.post(path, data=said).status_code == 303
    assert len(closed.rows(Evaluation)) == 1
    assert "评查结果：合格" in lead.get(f"{path}/sheet").text
    handler = as_user("扎西多杰")
    assert "评查一次" not in handler.get(path).text
    assert handler.post(path, data=said).status_code == 403
    assert as_user("韩玉梅").get(path).status_code == 404
