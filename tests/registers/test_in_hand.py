"""Every number of the supervisor's pages opens to its cases: as many as the number says."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from app.cases.enums import Outcome
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.registers.test_overview import start
from tests.world import COUNTY, OTHER_TOWNSHIP, TODAY, TOWNSHIP, VILLAGE

NUMBER = re.compile(r'<a href="(/(?:registers/figures|overview/open-cases)\?[^"]*)">(\d+)</a>')


@pytest.fixture
def county(database, world, bus, leaders):
    """Late and not, chaired and not, sealed, of two townships, closed this month and a year ago."""
    late = open_case(database, world, bus, title="草场越界")
    start(late, TODAY - timedelta(days=4))
    open_case(database, world, bus, title="没人主持", mediator=None, committee_id=None)
    open_case(database, world, bus, title="不能说的", is_sealed=True, mediator=None)
    open_case(
        database, world, bus, title="次汗素邻里", township_code=OTHER_TOWNSHIP,
        village_code="632521100201", committee_id=world.committees["恰卜恰镇"], accepted_on=TODAY,
    )  # fmt: skip
    for accepted, closed in ((date(2025, 3, 9), date(2026, 3, 1)), (date(2026, 2, 3), TODAY)):
        done = open_case(database, world, bus, accepted_on=accepted)
        close(done, Outcome.SETTLED, closed)
        agree(done)
    return late


def numbers_of(text):
    return [(unescape(path), int(number)) for path, number in NUMBER.findall(text)]


@pytest.mark.parametrize(
    ("who", "page"),
    [
        ("李主任", "/overview"),
        ("李主任", f"/overview/townships/{TOWNSHIP}"),
        ("李主任", f"/overview/villages/{VILLAGE}"),
        ("多杰镇长", "/overview"),
    ],
)
def test_each_number_leads_to_as_many_cases(county, as_user, who, page):
    client = as_user(who)
    text = client.get(page).text
    cells = re.findall(r'<td class="number"[^>]*>(.*?)</td>|<strong>(.*?)</strong>', text)
    told = [
        cell for pair in cells for cell in pair if re.search("[1-9]", re.sub("<.*?>", "", cell))
    ]
    assert len(told) >= 6
    for cell in told:
        assert "%" in cell or "<a " in cell, cell  # a rate has its cases beside it
    for path, number in numbers_of(text):
        listed = client.get(path)
        assert listed.status_code == 200, path
        assert f"：{number} 件</h1>" in listed.text, (path, number)
        unnamed = re.search(r"其中 (\d+) 件不在您的查阅范围", listed.text)
        assert listed.text.count("<tr data-row>") == number - int(unnamed[1] if unnamed else 0), (
            path
        )


def test_the_loads_say_whose_they_are_and_what_is_late(county, world, as_user):
    client = as_user("李主任")
    desk = world.committees["倒淌河镇"]
    text = client.get(f"/overview/open-cases?committee={desk}&late=yes").text
    assert "<h1>倒淌河镇人民调解委员会，超期的案件：1 件</h1>" in text
    assert "草场越界" in text
    assert "超期 4 天" in text
    nobody = client.get("/overview/open-cases?committee=none").text
    assert "未定承办组织，在办案件：1 件" in nobody
    assert "没人主持" in nobody
    sealed = client.get(f"/overview/open-cases?committee={desk}&chair=none").text
    assert "未指定调解员，在办案件：1 件" in sealed
    assert "其中 1 件不在您的查阅范围" in sealed
    assert "不能说的" not in sealed
    assert "没有可以列出的案件" in sealed


def test_what_is_unknown_is_said_and_others_are_out_of_sight(county, world, as_user):
    client = as_user("李主任")
    for asked in ("committee=abc", f"chair={county.id}", "township=632521999"):
        answer = client.get(f"/overview/open-cases?{asked}")
        assert answer.status_code == 404, asked
    assert as_user("扎西多杰").get("/overview/open-cases").status_code == 403
    there = as_user("多杰镇长").get(f"/overview/open-cases?township={OTHER_TOWNSHIP}").text
    assert "：0 件" in there
    assert "次汗素" not in there


def test_figures_of_a_village_are_its_own(county, as_user):
    client = as_user("李主任")
    period = "from=2026-01-01&to=2026-12-31"
    here = client.get(f"/registers/figures?{period}&village={VILLAGE}").text
    assert "次汗素邻里" not in here
    assert "甲乙村" in here
    unknown = client.get(f"/registers/figures?{period}&village={COUNTY}999999").text
    assert "次汗素邻里" in unknown  # what is no village narrows nothing, and none is named
