"""The bulletin is drafted from the rows: this month, a year ago, three years; page and PDF agree."""

import re
from datetime import date

import pymupdf
import pytest

from app.cases.enums import Channel, DisputeType, Outcome
from app.registers.bulletin import changed, first_of
from app.registers.codes import headline_of
from tests.case_file import open_case
from tests.registers.conftest import agree, close

TODAY = date(2026, 3, 2)


@pytest.fixture
def months(database, world, bus, leaders):
    """Three cases in February, one of them settled; one in January; two a year ago."""
    said = {"dispute_type": DisputeType.MIGRANT_WAGES, "people_involved": 6}
    wages = open_case(database, world, bus, accepted_on=date(2026, 2, 3), **said)
    open_case(database, world, bus, accepted_on=date(2026, 2, 5), channel=Channel.PETITION)
    open_case(database, world, bus, accepted_on=date(2026, 2, 9), dispute_type=DisputeType.NEIGHBOR)
    open_case(database, world, bus, accepted_on=date(2026, 1, 9))
    for day in (4, 5):
        old = open_case(database, world, bus, accepted_on=date(2025, 2, day))
        close(old, Outcome.SETTLED, date(2025, 2, 20))
        agree(old)
    close(wages, Outcome.SETTLED, date(2026, 2, 25))
    agree(wages, fen=12_345_600, fulfilled_on=date(2026, 2, 24))


def test_the_month_stands_beside_the_one_before_and_a_year_ago(months, as_user):
    text = as_user("李主任").get("/registers/bulletin?month=2026-02").text
    assert (
        "本月受理矛盾纠纷3件，涉及10人；上月1件，环比上升200.0%；去年同月2件，同比上升50.0%" in text
    )
    assert "本月办结1件，其中调解成功1件，调解成功率100.0%（办结口径）" in text
    assert "协议涉及金额12.35万元，已履行完毕1件" in text
    assert "共调处各类矛盾纠纷6件，调解成功3件，成功率50.0%" in text
    assert "疑难复杂案件1件" in text


def test_the_three_years_stand_by_the_groups_of_the_county(months, as_user):
    text = as_user("李主任").get("/registers/bulletin?month=2026-02").text
    table = text[text.index("六、近三年") :]
    rows = re.findall(r"<t[hd][^>]*>([^<]+)</t[hd]>\s*<td[^>]*>(\d+)</td>", table)
    found = {name.strip(): int(count) for name, count in rows}
    assert set(found) == {"劳资债务", "家庭邻里", "涉疫就医", "涉诉信访", "其他"}
    assert (found["劳资债务"], found["涉诉信访"]) == (1, 1)
    assert sum(found.values()) == 6


def test_the_pdf_says_the_same(months, as_user):
    answer = as_user("李主任").get("/registers/bulletin.pdf?month=2026-02")
    with pymupdf.open(stream=answer.data) as pdf:
        text = "".join(page.get_text() for page in pdf).replace("\n", "")
    assert "2026年2月" in text
    assert "本月受理矛盾纠纷3件" in text


def test_a_township_drafts_its_own(months, database, world, bus, as_user):
    text = as_user("多杰镇长").get("/registers/bulletin?month=2026-02").text
    assert "共和县倒淌河镇" in text
    assert "恰卜恰镇" not in text


def test_县里的四类_先看来源再看类型():
    assert headline_of("信访部门委托移送", "migrant_wages") == "涉诉信访"
    assert headline_of("依申请调解", "migrant_wages") == "劳资债务"
    assert headline_of("主动调解", "neighbor") == "家庭邻里"
    assert headline_of("主动调解", "medical") == "涉疫就医"
    assert headline_of("主动调解", "traffic") == "其他"


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [(12, 10, "上升20.0%"), (5, 10, "下降50.0%"), (3, 3, "持平"), (3, 0, "无可比")],
)
def test_how_a_figure_moved(now, then, said):
    assert changed(now, then) == said


def test_a_month_that_has_not_begun_or_is_none_gives_the_last_one():
    for text in ("", "2026-13", "2026-04", "三月"):
        assert first_of(text, TODAY) == date(2026, 2, 1)
    assert first_of("2026-03", TODAY) == date(2026, 3, 1)


def test_an_empty_month_says_so(leaders, as_user):
    text = as_user("李主任").get("/registers/bulletin").text
    assert "本月没有受理案件" in text
    assert "成功率无" in text
