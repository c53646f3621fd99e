"""卷宗评查情况: a sheet a mediator, the newest look at each file, down to the file."""

import re
from datetime import timedelta
from io import BytesIO

import openpyxl
import pymupdf
import pytest

from app.aftercare.evaluation_commands import EvaluateFile
from app.cases.enums import Outcome
from tests.aftercare.test_evaluation import GOOD, wanting
from tests.case_file import open_case
from tests.registers.conftest import close
from tests.world import OTHER_TOWNSHIP, TODAY

ASKED = f"from={TODAY}&to={TODAY + timedelta(days=30)}"
WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def evaluate(database, world, bus, leaders):
    """Open a closed case and look through its file, as often as points are given."""

    def evaluate(*looks, **columns):
        file = open_case(database, world, bus, **columns)
        close(file, Outcome.SETTLED, TODAY)
        for points in looks:
            mend = None if points is GOOD else WEEK
            file.say(EvaluateFile, by="李主任", points=points, mend_by=mend)
        return file

    return evaluate


def row_of(text, name):
    row = re.search(rf'<tr data-row><td><a href="#of-\d+">{name}</a>.*?</tr>', text, re.DOTALL)[0]
    return [int(n) for n in re.findall(r">(\d+)<", row)]


def test_每个调解员一张_多次评查按最后一次_每项几卷有问题(evaluate, as_user):
    evaluate(GOOD)
    evaluate(wanting(), GOOD)  # mended
    bad = evaluate(wanting("没有回访记录"))
    client = as_user("李主任")
    text = client.get(f"/registers/evaluations?{ASKED}").text
    assert "评查 3 卷，合格 2 卷" in text
    assert row_of(text, "扎西多杰") == [3, 2, 0, 0, 0, 0, 0, 1, 0]
    assert f"/cases/{bad.id}/evaluation" in text
    assert "回访及时" in text
    sheet = openpyxl.load_workbook(
        BytesIO(client.get(f"/registers/evaluations.xlsx?{ASKED}").data)
    ).active
    told = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert [row[5] for row in told if row[5] in {"合格", "要整改"}].count("合格") == 2
    assert ["要整改", "回访及时"] in [row[5:7] for row in told]
    with pymupdf.open(stream=client.get(f"/registers/evaluations.pdf?{ASKED}").data) as paper:
        assert "人民调解卷宗评查情况表" in "".join(one.get_text() for one in paper)


def test_镇里只看本镇的_封存的只计数_别的日子不算(evaluate, as_user):
    sealed = evaluate(wanting(), title="不能说的")
    with sealed.database.write() as session:
        sealed.load(session).is_sealed = True
    evaluate(GOOD, title="次汗素邻里", township_code=OTHER_TOWNSHIP, mediator="韩玉梅",
             committee_id=None)  # fmt: skip
    county = as_user("李主任").get(f"/registers/evaluations?{ASKED}").text
    assert "评查 2 卷，合格 1 卷" in county
    assert "不能说的" not in county
    assert "（保密）" in county
    assert "次汗素邻里" in county
    town = as_user("多杰镇长").get(f"/registers/evaluations?{ASKED}").text
    assert "评查 1 卷，合格 0 卷" in town
    assert "次汗素" not in town
    assert "不能说的" not in str(as_user("李主任").get(f"/registers/evaluations.xlsx?{ASKED}").data)
    empty = as_user("李主任").get("/registers/evaluations?from=2025-01-01&to=2025-01-31").text
    assert "没有评查过卷宗" in empty
    assert as_user("扎西多杰").get("/registers/evaluations").status_code == 403
