"""The case page: what happened, why it is here, who they are — and nothing a stranger may see."""

import re

import pytest
from sqlalchemy import event, select

from app.cases.parties import Party
from app.cases.revealing_commands import Purpose
from app.cases.tags import Tag
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from tests.busy_desk import ZHAXI, busy_desk


@pytest.fixture
def desk(bus, database, world):
    return busy_desk(bus, database, world)


def address(desk, name, more=""):
    return f"/cases/{desk.cases[name]}{more}"


def test_each_tab_of_each_case_answers(desk, as_user):
    client = as_user("才让卓玛")
    for name in desk.cases:
        for tab in ("", "?tab=parties", "?tab=meetings", "?tab=deadlines", "?tab=log", "?tab=x"):
            answer = client.get(address(desk, name, tab))
            assert answer.status_code == 200, (name, tab)
            assert "共调〔2026〕" in answer.text


def test_no_two_tabs_are_called_the_same(desk, as_user):
    page = as_user("扎西多杰").get(address(desk, "院墙")).text
    tabs = re.findall(r">([^<]+)</a>", page[page.index('class="tabs"') : page.index('id="tab"')])
    assert len(tabs) > 8
    assert len(set(tabs)) == len(tabs)
    assert tabs[-1] == "操作日志"


@pytest.mark.parametrize("who", ["韩玉梅", "外县人", "仁青"])
def test_out_of_sight_is_not_found(desk, as_user, who):
    client = as_user(who)
    for more in ("", "?tab=log", "/routing"):
        answer = client.get(address(desk, "草场", more))
        assert answer.status_code == 404
        assert "扎西" not in answer.text


def test_the_page_costs_the_same_few_statements(desk, as_user, database):
    client = as_user("扎西多杰")

    def count(more):
        said = []

        def note(_connection, _cursor, statement, *_):
            said.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        client.get(more)
        event.remove(database.engine, "before_cursor_execute", note)
        return len([one for one in said if one.lstrip().startswith("SELECT")])

    assert count(address(desk, "院墙")) <= 8
    assert count(address(desk, "草场")) == count(address(desk, "院墙"))


def test_the_reasons_are_numbered_with_their_sources(desk, as_user):
    page = as_user("扎西多杰").get(address(desk, "草场")).text
    why = re.search(r"为什么由这里办</h2>(.*?)</section>", page, re.DOTALL)[1]
    assert re.search(r'<ol class="why">\s*<li>', why)
    assert "《人民调解法》" in why
    assert "看完整推导" in why


def test_practice_that_the_county_must_settle_is_marked(desk, as_user):
    assert "待核定" in as_user("才让卓玛").get(address(desk, "欠薪")).text


def test_the_whole_derivation_shows_facts_and_near_misses(desk, as_user):
    page = as_user("扎西多杰").get(address(desk, "草场", "/routing")).text
    assert "差一点就适用" in page
    assert "看过的事实" in page
    assert "山林土地" in page  # the value of a fact, in Chinese
    assert "forest_grassland" not in page
    assert "还不清楚的事实" in page


def test_the_timeline_tells_both_days_and_marks_late_entry(desk, as_user):
    page = as_user("扎西多杰").get(address(desk, "草场")).text
    assert "发生 2026-02-20，入档 2026-03-02 10:00，马文祥" in page
    assert "补录" in page
    assert "case:" not in re.sub(r"<[^>]+>", "", page)  # every tag has its Chinese word


def test_numbers_are_masked(desk, as_user):
    for tab in ("", "?tab=parties"):
        page = as_user("扎西多杰").get(address(desk, "草场", tab)).text
        assert ZHAXI["id_number"] not in page
        assert ZHAXI["phone"] not in page
        assert "6325************" in page
        assert "138****2345" in page


@pytest.fixture
def disclosure(desk):
    return address(desk, "草场", f"/parties/{desk.parties('草场')[0]}/disclosure")


def looks(database, desk):
    with database.read() as session:
        query = select(Footprint).where(Footprint.case_id == desk.cases["草场"])
        tag = Footprint.tag == Tag.PARTY_REVEALED
        return [row.details for row in session.scalars(query.where(tag))]


def test_whole_numbers_are_shown_once_their_reader_is_kept(desk, as_user, disclosure, database):
    client = as_user("扎西多杰")
    assert ZHAXI["id_number"] not in client.get(disclosure).text
    assert looks(database, desk) == []
    answer = client.post(disclosure, data={"key": str(new_id()), "purpose": "contact"})
    assert answer.status_code == 200
    assert ZHAXI["id_number"] in answer.text
    assert ZHAXI["phone"] in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    (kept,) = looks(database, desk)
    assert kept["purpose"] == Purpose.CONTACT
    assert ZHAXI["id_number"] not in str(kept)


@pytest.mark.parametrize("said", [{}, {"purpose": ""}, {"purpose": "curiosity"}])
def test_without_a_purpose_nothing_is_shown(desk, as_user, disclosure, database, said):
    answer = as_user("扎西多杰").post(disclosure, data={"key": str(new_id())} | said)
    assert answer.status_code == 422
    assert ZHAXI["id_number"] not in answer.text
    assert looks(database, desk) == []


@pytest.mark.parametrize(("who", "code"), [("仁青", 403), ("韩玉梅", 404), ("外县人", 404)])
def test_others_may_not_look(desk, as_user, disclosure, who, code):
    client = as_user(who)
    assert client.get(disclosure).status_code == code
    posted = client.post(disclosure, data={"key": str(new_id()), "purpose": "contact"})
    assert posted.status_code == code
    assert ZHAXI["id_number"] not in posted.text


def test_a_party_of_another_case_is_not_found(desk, as_user):
    wrong = address(desk, "欠薪", f"/parties/{desk.parties('草场')[0]}/disclosure")
    answer = as_user("才让卓玛").post(wrong, data={"key": str(new_id()), "purpose": "contact"})
    assert answer.status_code == 404


def test_what_people_wrote_is_shown_as_text(desk, as_user, database):
    with database.write() as session:
        session.get_one(Party, ("632521", desk.parties("草场")[0])).name = "<b onclick=x>扎西"
    for tab in ("", "?tab=parties"):
        page = as_user("扎西多杰").get(address(desk, "草场", tab)).text
        assert "<b onclick" not in page
        assert "&lt;b onclick=x&gt;" in page


def test_the_next_step_is_pressed_once(desk, as_user):
    page = as_user("扎西多杰").get(address(desk, "院墙")).text
    assert "等待：看安排" in page
    assert page.count('class="button primary"') <= 1


def test_the_first_tab_tells_what_people_did_the_log_tells_all(desk, as_user):
    client = as_user("才让卓玛")
    first = client.get(address(desk, "院墙")).text
    log = client.get(address(desk, "院墙", "?tab=log")).text
    assert "期限起算" not in first
    assert "期限起算" in log
    assert "安排调解" in first
    assert "安排调解" in log
