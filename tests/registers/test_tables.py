"""Tables one and three of 239号: their columns, what they hide, and the same on page, sheet and PDF."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from urllib.parse import quote

import openpyxl
import pymupdf
import pytest
from sqlalchemy import select

from app.agreements.aftermath import JudicialConfirmation
from app.agreements.model import Agreement
from app.cases.enums import Outcome
from app.cases.particulars import Signals
from app.kernel.ids import new_id
from app.people.bodies import Mediator
from app.registers.case_register import COLUMNS
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.world import COUNTY, NOW

MARCH = "from=2026-03-01&to=2026-03-31"
LEDGER = (
    "序号 受理时间 当事人姓名（人数） 纠纷类型 案件来源 疑难复杂 纠纷简要情况 调解结果 协议形式 协议编号 "
    "涉及金额（万元） 履行情况 司法确认 防止激化情况 人民调解员 调结时间 备注"
)


@pytest.fixture
def settled(database, world, bus):
    """Give a settled case, confirmed by the court, that might have become a crime; and a sealed one."""
    file = open_case(database, world, bus, people_involved=4)
    close(file, Outcome.SETTLED)
    agree(file, fen=1_230_000, fulfilled_on=date(2026, 3, 19))
    with database.write() as session:
        found = select(Agreement.id).where(Agreement.county_id == COUNTY)
        session.add(
            JudicialConfirmation(
                county_id=COUNTY, id=new_id(), agreement_id=session.scalar(found), result="confirmed",
                applied_on=date(2026, 3, 20), last_day=date(2026, 4, 17), court="共和县人民法院",
                result_on=date(2026, 3, 25), recorded_by=world.users["马文祥"], recorded_at=NOW,
            )
        )  # fmt: skip
        session.add(Signals(county_id=COUNTY, case_id=file.id, violence="threat"))
    open_case(
        database, world, bus, title="不能说的", summary="不能说的事", is_sealed=True, mediator=None,
        parties=("小卓玛",), accepted_on=date(2026, 3, 2),
    )  # fmt: skip
    return file


def test_司发通2010年239号_表三_的栏目(settled, leaders, as_user):
    assert [column.name for column in COLUMNS] == LEDGER.split()
    book = as_user("李主任").get(f"/registers/cases.xlsx?{MARCH}")
    sheet = openpyxl.load_workbook(BytesIO(book.data)).active
    heads, first, second = ([cell.value for cell in row] for row in sheet.iter_rows(5, 7))
    line = dict(zip(heads, first, strict=True))
    assert line["当事人姓名（人数）"] == "才旦、旦正（4人）"
    assert (line["调解结果"], line["协议形式"], line["履行情况"]) == (
        "调解成功",
        "书面",
        "全部履行",
    )
    assert (line["涉及金额（万元）"], line["司法确认"]) == (1.23, "确认有效")
    assert line["防止激化情况"] == "防止民间纠纷转化为刑事案件"
    assert (line["人民调解员"], line["调结时间"]) == ("扎西多杰", "2026年3月20日")
    assert "保密" in second[2]
    assert "保密" in second[6]


def test_a_sealed_case_stands_in_the_register_without_a_word(settled, leaders, as_user):
    text = as_user("李主任").get(f"/registers/cases?{MARCH}").text
    assert "共 2 件" in text
    assert "小卓玛" not in text
    assert "不能说的" not in text
    assert f"/cases/{settled.id}" in text


def test_the_register_pages_and_forgives_a_wrong_page(database, world, bus, leaders, as_user):
    for _ in range(51):
        open_case(database, world, bus, mediator=None, parties=("才旦",))
    client = as_user("李主任")
    assert "第 1 页，共 2 页" in client.get(f"/registers/cases?{MARCH}").text
    second = client.get(f"/registers/cases?{MARCH}&page=2").text
    assert ">51</a>" in second
    assert ">50</a>" not in second
    for wrong in ("99", "-1", "二"):
        assert client.get(f"/registers/cases?{MARCH}&page={wrong}").status_code == 200


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("statistics", ["人民调解案件情况统计表", "申请司法确认", "50.0%"]),
        ("cases", ["调解案件汇总登记表", "才旦、旦正（4人）", "保密"]),
        ("organization", ["组织队伍经费保障情况统计表", "人民调解员总数", "培训（期、人次）"]),
    ],
)
def test_each_table_prints_as_a_pdf(settled, leaders, as_user, path, said):
    answer = as_user("李主任").get(f"/registers/{path}.pdf?{MARCH}")
    assert answer.mimetype == "application/pdf"
    with pymupdf.open(stream=answer.data) as pdf:
        text = "".join(page.get_text() for page in pdf).replace("\n", "")
    assert [word for word in said if word not in text] == []


def count(text, name):
    found = re.search(rf"<td>{name}</td>.*?(?:<summary>(\d+)|>(0)<)", text)
    return int(found[1] or found[2])


def test_司发通2010年239号_表一_counts_bodies_and_people(database, world, leaders, as_user):
    with database.write() as session:
        one = session.get_one(Mediator, (COUNTY, world.mediators["完玛"]))
        one.gender, one.ethnicity, one.is_full_time = "female", "藏族", False
        one.born_on = date(1970, 5, 1)
    text = as_user("李主任").get("/registers/organization").text
    assert [count(text, name) for name in ("调委会总数", "村调委会", "乡镇调委会")] == [4, 1, 2]
    assert [count(text, name) for name in ("专职", "兼职", "女", "少数民族")] == [3, 1, 1, 1]
    assert count(text, "51至60岁") == 1
    assert count(text, "未填出生日期") == 3
    assert "完玛" in text


def test_a_township_counts_its_own_bodies(leaders, as_user):
    text = as_user("多杰镇长").get("/registers/organization").text
    assert [count(text, name) for name in ("调委会总数", "村调委会", "乡镇调委会")] == [2, 1, 1]
    assert "恰卜恰" not in text


def test_an_empty_period_says_what_to_do(leaders, as_user):
    text = as_user("李主任").get("/registers/cases?from=2020-01-01&to=2020-01-31").text
    assert "没有要登记的案件" in text


def test_a_long_register_is_printed_in_volumes_that_go_on_with_the_numbers(
    settled, leaders, as_user, monkeypatch
):
    client = as_user("李主任")
    whole = client.get(f"/registers/cases?{MARCH}").text
    assert re.findall(r'href="(/registers/cases\.pdf[^"]+)"', whole) != []
    assert "分册" not in whole
    monkeypatch.setattr("app.web.registers.cases.PRINTED", 1)
    page = client.get(f"/registers/cases?{MARCH}").text
    volumes = [unescape(path) for path in re.findall(r'href="(/registers/cases\.pdf[^"]+)"', page)]
    assert len(volumes) == 2
    assert "第 2 册（2–2）" in page
    printed = []
    for at, path in enumerate(volumes, 1):
        answer = client.get(path)
        assert answer.status_code == 200
        assert quote(f"第{at}册") in answer.headers["Content-Disposition"]
        with pymupdf.open(stream=answer.data) as document:
            printed.append("".join(page.get_text() for page in document).replace("\n", ""))
        assert f"共2件，第{at}册（共2册）" in printed[-1]
    assert "2026年3月2日" in printed[1]  # the second case, and only it
    assert "保密" in printed[1]
    assert "保密" not in printed[0]
    beyond = client.get(f"/registers/cases.pdf?{MARCH}&volume=9")
    assert beyond.status_code == 200
    assert quote("第2册") in beyond.headers["Content-Disposition"]
