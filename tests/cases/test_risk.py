"""Danger: 人民调解法 25 条; S15, S79."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from app.cases.commands import CloseCase
from app.cases.enums import Organ, Outcome, Risk
from app.cases.model import Case
from app.cases.risk import alarm_of, awaits_report
from app.cases.risk_commands import ChangeRisk, ReportMeans, ReportRisk, RiskReportKind
from app.cases.risk_records import RiskChange, RiskReport
from app.cases.stages import Stage
from app.kernel.errors import Incomplete, NotNow
from tests.case_file import open_case
from tests.world import NOW

REPORT = {
    "kind": RiskReportKind.FIRST, "organs": (Organ.POLICE,), "means": ReportMeans.TELEPHONE,
    "at": time(10, 30), "reporter": "扎西多杰", "situation": "双方各聚集二十余人，扬言报复",
}  # fmt: skip
END = {"outcome": Outcome.TERMINATED, "reason": "一方拒绝或不愿继续", "remedies_told": True}


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


def make_red(file):
    file.say(ChangeRisk, risk=Risk.RED, reason="扬言报复")


def alarm(file, hours=None):
    with file.database.read() as session:
        return alarm_of(session, file.load(session), hours)


@pytest.mark.parametrize("risk", [Risk.RED, Risk.ORANGE])
def test_人民调解法25条_S15_未报告的高风险案件不能结案(file, risk):
    file.say(ChangeRisk, risk=risk, reason="扬言报复")
    with pytest.raises(NotNow, match="第25条"):
        file.say(CloseCase, **END)
    file.say(ReportRisk, **REPORT)
    file.say(CloseCase, **END)
    assert file.read(lambda case: case.stage) == Stage.CLOSED


def test_S15_参数两小时_未报告到点报警_报告后解除(file):
    make_red(file)
    waiting = alarm(file, hours=2)
    assert waiting.since == NOW
    assert not waiting.is_over(NOW + timedelta(hours=2, seconds=-1))
    assert waiting.is_over(NOW + timedelta(hours=2))
    file.say(ReportRisk, **REPORT)
    assert alarm(file, hours=2) is None


def test_S79_红色事件默认一小时内报告_橙色未定时限也要报告(file):
    make_red(file)
    assert alarm(file).due_at == NOW + timedelta(hours=1)
    file.say(ReportRisk, **REPORT)
    file.say(ChangeRisk, risk=Risk.BLUE, reason="已平息")
    file.say(ChangeRisk, risk=Risk.ORANGE, reason="又起争执", on=date(2026, 3, 3))
    assert alarm(file).due_at is None


def test_S79_同时报告公安和乡镇县_每个机关一行(file, world):
    make_red(file)
    organs = (Organ.POLICE, Organ.TOWNSHIP_GOVERNMENT, Organ.COUNTY_GOVERNMENT)
    file.say(ReportRisk, **REPORT | {"organs": organs})
    rows = file.rows(RiskReport)
    assert {row.organ for row in rows} == {str(organ) for organ in organs}
    assert {(row.reporter, row.at, row.means) for row in rows} == {
        ("扎西多杰", time(10, 30), "telephone")
    }
    assert {row.recorded_by for row in rows} == {world.users["扎西多杰"]}


def test_网格员可以报告自己登记的案件(database, world, bus):
    file = open_case(database, world, bus)
    with database.write() as session:
        file.load(session).registered_by = world.users["仁青"]
    file.say(ReportRisk, by="仁青", **REPORT)
    assert len(file.rows(RiskReport)) == 1


def unreported(file):
    with file.database.read() as session:
        return session.scalar(select(awaits_report()).where(Case.id == file.id))


def test_没报告的高风险排在今日工作最前_报告后消失(file, as_user):
    make_red(file)
    assert unreported(file)
    assert "报告风险" in as_user("扎西多杰").get("/today").get_data(as_text=True)
    file.say(ReportRisk, **REPORT)
    assert not unreported(file)
    file.say(ChangeRisk, risk=Risk.BLUE, reason="平静了")
    file.say(ChangeRisk, risk=Risk.ORANGE, reason="又起争执", on=date(2026, 3, 9))
    assert unreported(file)
    assert "报告风险" in as_user("扎西多杰").get("/today").get_data(as_text=True)


def test_没有写明向谁报告的_不是报告(file):
    with pytest.raises(Incomplete, match="向哪个机关"):
        file.say(ReportRisk, **REPORT | {"organs": ()})


def test_降级以前要先报告_每次变更都留下理由(file):
    make_red(file)
    with pytest.raises(NotNow, match="不能调低"):
        file.say(ChangeRisk, risk=Risk.YELLOW, reason="平静了")
    file.say(ReportRisk, **REPORT)
    file.say(ChangeRisk, risk=Risk.YELLOW, reason="平静了")
    steps = [(row.came_from, row.went_to, row.reason) for row in file.rows(RiskChange)]
    assert sorted(steps) == [("blue", "red", "扬言报复"), ("red", "yellow", "平静了")]


def test_前一次的报告不能顶替后一次危险的报告(file):
    make_red(file)
    file.say(ReportRisk, **REPORT)
    file.say(ChangeRisk, risk=Risk.BLUE, reason="平静了")
    file.say(ChangeRisk, risk=Risk.RED, reason="又持械对峙", on=date(2026, 3, 9))
    with pytest.raises(NotNow, match="第25条"):
        file.say(CloseCase, on=date(2026, 3, 10), **END)


def test_等级没变就不留变更(file):
    with pytest.raises(NotNow, match="没有变化"):
        file.say(ChangeRisk, risk=Risk.BLUE, reason="照旧")
    assert file.rows(RiskChange) == []


def test_结案后的报告照样收下并标明(file):
    file.say(CloseCase, **END)
    file.say(ReportRisk, **REPORT)
    assert file.last()["late"] is True
