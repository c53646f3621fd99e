"""The supervisor's pages: county, township, village, case in three clicks; at most seven calls."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from app.cases.enums import DisputeType, Outcome, Risk
from app.deadlines.model import Deadline
from app.kernel.ids import new_id
from app.registers.decisions import MOST
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.world import COUNTY, OTHER_TOWNSHIP, TODAY, TOWNSHIP, VILLAGE

ELSEWHERE = "632521100201"  # a village of the other township


def start(file, due_on, code="T01"):
    with file.database.write() as session:
        session.add(
            Deadline(
                county_id=COUNTY, id=new_id(), case_id=file.id, subject_id=file.id, code=code,
                name="人民调解期限", basis="75号令33条", start_on=date(2026, 1, 1), days=30,
                counting="calendar_days", due_on=due_on,
            )
        )  # fmt: skip


def links(text):
    return [unescape(path) for path in re.findall(r'href="([^"]+)"', text)]


def tile(text, code):
    found = re.search(
        rf'<a class="(\w*)" href="/overview/\w+/{code}">.*?<b>(\d+)</b>.*?在办 (\d+)', text
    )
    return found[1], int(found[2]), int(found[3])


@pytest.fixture
def late(database, world, bus):
    file = open_case(database, world, bus, title="才旦与旦正草场纠纷")
    start(file, TODAY - timedelta(days=4))
    return file


@pytest.fixture
def other(database, world, bus):
    return open_case(
        database, world, bus, title="次汗素邻里纠纷", township_code=OTHER_TOWNSHIP,
        village_code=ELSEWHERE, committee_id=world.committees["恰卜恰镇"],
        dispute_type=DisputeType.NEIGHBOR, accepted_on=TODAY,
    )  # fmt: skip


def test_from_the_county_to_a_case_in_three_clicks(late, other, leaders, as_user):
    client = as_user("李主任")
    county = client.get("/overview").text
    assert tile(county, TOWNSHIP) == ("late", 1, 1)
    assert tile(county, OTHER_TOWNSHIP) == ("", 0, 1)
    township = client.get(f"/overview/townships/{TOWNSHIP}").text
    assert tile(township, VILLAGE) == ("late", 1, 1)
    village = client.get(f"/overview/villages/{VILLAGE}").text
    assert f"/cases/{late.id}" in links(village)
    assert "期限超过 4 天" in village
    assert "次汗素" not in township + village
    assert client.get(f"/cases/{late.id}").status_code == 200


def test_a_township_sees_itself_and_nothing_beside(late, other, leaders, as_user):
    client = as_user("多杰镇长")
    text = client.get("/overview").text
    assert "<h1>倒淌河镇</h1>" in text
    assert "次汗素" not in text
    for path in (f"townships/{OTHER_TOWNSHIP}", f"villages/{ELSEWHERE}"):
        assert client.get(f"/overview/{path}").status_code == 404
    assert as_user("外县人").get(f"/overview/townships/{TOWNSHIP}").status_code == 404
    assert as_user("扎西多杰").get("/overview").status_code == 403


def test_what_needs_a_word_is_at_most_seven_and_the_most_dangerous_first(
    database, world, bus, leaders, as_user
):
    for days in range(1, 10):
        start(open_case(database, world, bus, title=f"超期{days}"), TODAY - timedelta(days=days))
    danger = open_case(database, world, bus, title="要出人命", risk=Risk.RED)
    nobody = open_case(
        database, world, bus, title="没人管", mediator=None, accepted_on=TODAY - timedelta(days=3)
    )
    text = as_user("李主任").get("/overview").text
    card = text.split('id="decisions"')[1].split("</section>")[0]
    named = [path for path in links(card) if re.fullmatch(r"/cases/[0-9a-f-]{36}", path)]
    assert len(named) == MOST
    assert named[:2] == [f"/cases/{danger.id}", f"/cases/{nobody.id}"]
    assert "超期9" in card
    assert "超期1<" not in card
    assert f"/cases/{danger.id}/risk-reports" in links(card)


def test_a_window_of_the_parties_own_makes_nobody_late(database, world, bus, leaders, as_user):
    start(open_case(database, world, bus), TODAY - timedelta(days=9), code="T02")
    text = as_user("李主任").get("/overview").text
    assert tile(text, TOWNSHIP) == ("", 0, 1)
    assert "没有需要过问的案件" in text


def test_months_types_and_loads_are_counted_and_lead_to_their_cases(
    late, other, database, world, bus, leaders, as_user
):
    old = open_case(database, world, bus, accepted_on=date(2025, 3, 9))
    close(old, Outcome.SETTLED, date(2026, 2, 3))
    agree(old)
    client = as_user("李主任")
    text = client.get("/overview").text
    month = re.search(r"2026年2月</td>(.*?)</tr>", text)[1]
    assert re.findall(r">(\d+)<", month) == ["0", "1", "1"]
    assert "100.0%" in month
    assert "去年同月 1" in re.sub("<a [^>]*>|</a>", "", text)
    for path in [path for path in links(text) if path.startswith("/registers/figures")]:
        found = client.get(path)
        assert found.status_code == 200, path
        shown = re.search(rf'href="{re.escape(path).replace("&", "&amp;")}">(\d+)</a>', text)
        if shown:
            assert f"：{shown[1]} 件" in found.text
    load = re.search(r"倒淌河镇人民调解委员会</td>(.*?)</tr>", text)[1]
    assert "超期 1" in re.sub("<a [^>]*>|</a>", "", load)


def test_a_sealed_case_is_counted_and_not_named(database, world, bus, leaders, as_user):
    open_case(database, world, bus, title="不能说的", is_sealed=True, mediator=None)
    client = as_user("李主任")
    pages = [client.get(path).text for path in ("/overview", f"/overview/villages/{VILLAGE}")]
    assert tile(pages[0], TOWNSHIP) == ("", 0, 1)
    assert not any("不能说的" in text for text in pages)


def test_an_empty_county_says_so(leaders, as_user):
    text = as_user("李主任").get("/overview").text
    for said in ("没有需要过问的案件", "近十二个月没有受理案件", "没有正在办理的案件"):
        assert said in text
