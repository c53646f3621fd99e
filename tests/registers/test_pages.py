"""The pages of the registers: figures that lead to cases, within sight, as typed, as a workbook."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import openpyxl
import pytest

from app.cases.enums import DisputeType, Outcome
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.world import OTHER_TOWNSHIP

MARCH = "/registers?from=2026-03-01&to=2026-03-31"


@pytest.fixture
def three(database, world, bus):
    """One settled case of each township, and a sealed one nobody decided yet."""
    here = open_case(database, world, bus, title="才旦与旦正草场纠纷", people_involved=4)
    there = open_case(
        database, world, bus, title="次汗素邻里纠纷", dispute_type=DisputeType.NEIGHBOR,
        township_code=OTHER_TOWNSHIP, committee_id=world.committees["恰卜恰镇"],
    )  # fmt: skip
    sealed = open_case(
        database, world, bus, title="不能说出的家事", is_sealed=True, mediator=None,
        dispute_type=DisputeType.FAMILY,
    )  # fmt: skip
    for file in (here, there):
        close(file, Outcome.SETTLED)
        agree(file, fen=500_000)
    return here, there, sealed


def row(text, name):
    """Read 件 and 人 of one line of the table."""
    cell = r"<td[^>]*>(?:<a[^>]*>)?(\d+)"
    found = re.search(rf"<td>{name}</td>\s*{cell}.*?{cell}", text, re.DOTALL)
    return int(found[1]), int(found[2])


def test_every_figure_of_the_page_leads_to_as_many_cases(three, leaders, as_user):
    client = as_user("李主任")
    text = client.get(MARCH).text
    assert row(text, "调解案件总数") == (3, 8)
    assert "调解成功率 66.7%" in text
    assert "2÷3×100%" in text
    assert "总数中有 1 件还没有结案" in text
    closed = unescape(re.search(r'<a href="([^"]+)">只看已办结的', text)[1])
    assert "还没有结案" not in client.get(closed).text
    links = re.findall(r'href="(/registers/figures[^"]+)">(\d+)</a>', text)
    assert len(links) == 17
    for address, count in links:
        assert f"：{count} 件" in client.get(unescape(address)).text
    for address, heads in re.findall(r'href="([^"]+)" class="people">(\d+)</a>', text):
        assert f" 件、{heads} 人" in client.get(unescape(address)).text


def test_sums_by_body_source_type_and_result_are_said_to_equal_the_total(three, leaders, as_user):
    text = as_user("李主任").get(MARCH).text
    assert re.findall(r"合计 (\d+) 件", text) == ["3"] * 5


def test_a_sealed_case_counts_and_is_never_named(three, leaders, as_user):
    text = as_user("李主任").get(f"{MARCH.replace('?', '/figures?')}&figure=total").text
    assert "才旦与旦正草场纠纷" in text
    assert "不能说出的家事" not in text
    assert "其中 1 件不在您的查阅范围" in text


def test_a_township_counts_its_own_and_cannot_ask_for_another(three, leaders, as_user):
    client = as_user("多杰镇长")
    for address in (MARCH, f"{MARCH}&township={OTHER_TOWNSHIP}"):
        assert row(client.get(address).text, "调解案件总数") == (2, 6)
    cases = client.get(f"{MARCH.replace('?', '/figures?')}&figure=total&township={OTHER_TOWNSHIP}")
    assert "次汗素邻里纠纷" not in cases.text


def test_the_county_narrows_to_a_township_or_a_committee(three, world, leaders, as_user):
    client = as_user("李主任")
    assert row(client.get(f"{MARCH}&township={OTHER_TOWNSHIP}").text, "调解案件总数") == (1, 2)
    committee = world.committees["倒淌河镇"]
    assert row(client.get(f"{MARCH}&committee={committee}").text, "调解案件总数") == (2, 6)


def test_an_auditor_counts_the_county_and_reads_no_case(three, leaders, as_user):
    client = as_user("审计员")
    assert row(client.get(MARCH).text, "调解案件总数") == (3, 8)
    text = client.get(f"{MARCH.replace('?', '/figures?')}&figure=total").text
    assert "其中 3 件不在您的查阅范围" in text
    assert "草场纠纷" not in text


def test_another_county_counts_nothing_of_ours(three, leaders, as_user):
    assert "没有受理或办结的案件" in as_user("外县人").get(MARCH).text


def test_a_mediator_has_no_registers(three, as_user):
    assert as_user("扎西多杰").get(MARCH).status_code == 403


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("from=三月&to=2026-03-31", "没有看懂日期"),
        ("from=2026-04-01&to=2026-03-01", "截止日早于起始日"),
    ],
)
def test_days_that_cannot_be_read_are_said_and_stay_as_typed(leaders, as_user, asked, said):
    text = as_user("李主任").get(f"/registers?{asked}").text
    assert said in text
    first = asked.split("&")[0].removeprefix("from=")
    assert f'name="from" value="{first}"' in text


def test_an_unknown_figure_is_not_found(leaders, as_user):
    assert as_user("李主任").get("/registers/figures?figure=胡写").status_code == 404


def test_the_workbook_holds_the_unit_and_all_units_side_by_side(three, leaders, as_user):
    answer = as_user("李主任").get(MARCH.replace("?", "/statistics.xlsx?"))
    assert answer.mimetype.endswith("sheet")
    one, many = openpyxl.load_workbook(BytesIO(answer.data)).worksheets
    rows = {line[0].value: (line[1].value, line[2].value) for line in one.rows}
    assert rows["调解案件总数"] == (3, 8)
    heads = [cell.value for cell in many[6]]
    units = {line[0].value: [cell.value for cell in line] for line in many.iter_rows(min_row=7)}
    assert units["倒淌河镇"][heads.index("调解案件总数")] == 2
    assert units["恰卜恰镇"][heads.index("邻里")] == 1
    assert sum(line[1] for name, line in units.items() if name != "合计") == units["合计"][1]


def test_the_closing_basis_and_the_sheet_to_print(three, leaders, as_user):
    client = as_user("李主任")
    assert row(client.get(f"{MARCH}&basis=closed").text, "调解案件总数") == (2, 6)
    text = client.get(MARCH.replace("?", "/sheet?")).text
    assert "填报单位：共和县" in text
    assert date(2026, 3, 1).isoformat() in text


def test_S20_对不上的不能导出_写明是哪个案件_补正以后可以(three, leaders, as_user):
    client = as_user("李主任")
    assert client.get(f"{MARCH.replace('?', '/statistics.xlsx?')}").status_code == 200
    late = three[2]
    close(late, Outcome.SETTLED)  # settled, and no agreement in effect
    assert "有 1 处对不上" in client.get(MARCH).text
    number = late.read(lambda case: case.number)
    for name in ("statistics.xlsx", "statistics.pdf"):
        refused = client.get(MARCH.replace("?", f"/{name}?"))
        assert refused.status_code == 409
        assert f"{number}缺少协议形式" in refused.text
    agree(late)
    assert client.get(MARCH.replace("?", "/statistics.pdf?")).status_code == 200
