"""今日工作: the right case in the right group, why it is there, and one thing to press."""

import re
from datetime import timedelta

import pytest

from app.access.actor import actor_of
from app.worklist.today import work_of
from tests.busy_desk import busy_desk
from tests.world import COUNTY, TODAY


@pytest.fixture
def desk(bus, database, world):
    return busy_desk(bus, database, world)


@pytest.fixture
def work(database, world, desk):
    """Say what a person has to do: group → {case: step}."""
    names = {case_id: name for name, case_id in desk.cases.items()}

    def work(who, today=TODAY):
        with database.read() as session:
            actor = actor_of(session, COUNTY, world.users[who])
            found = work_of(session, actor, today)
        return {g.key: {names[line.case.id]: line.step.text for line in g.lines} for g in found}

    return work


def test_each_person_has_their_own_work(work):
    mine = work("扎西多杰")
    told = {name for lines in mine.values() for name in lines}
    assert told == {"排水", "院墙", "彩礼"}
    assert work("韩玉梅")["soon"] == {"借款": "受理"}


def test_the_registrar_sees_what_is_not_accepted(work):
    found = work("马文祥")
    dangers = {"草场": "报告风险", "欠薪": "报告风险"}  # before everything (人民调解法 25 条)
    assert found["now"] == dangers
    assert found["soon"] == {"借款": "受理"}


def test_the_next_step_follows_the_road(work):
    mine = {k: v for lines in work("扎西多杰").values() for k, v in lines.items()}
    assert mine == {"排水": "指定调解员", "院墙": "看安排", "彩礼": "征求意愿"}


def test_what_waits_becomes_work_on_its_day(work):
    soon = work("扎西多杰", TODAY + timedelta(days=3))
    assert soon["now"]["院墙"] == "记录调解"


def test_an_overdue_case_is_pressing_even_while_it_waits(work):
    assert "院墙" in work("扎西多杰", TODAY + timedelta(days=4))["now"]


def test_a_supervisor_sees_what_is_overdue(work):
    assert "草场" in work("李主任")["now"]
    assert "借款" not in work("李主任")["now"]


def test_what_others_have_in_hand_is_theirs_to_do_and_a_supervisor_s_to_look_at(work, as_user):
    late = work("李主任", TODAY + timedelta(days=30))
    assert late["chase"]["院墙"] == "看案件"
    assert "院墙" not in late["now"]
    assert work("扎西多杰", TODAY + timedelta(days=30))["chase"] == {}


def test_a_stranger_sees_nothing(database, world, desk, as_user):
    assert "共调" not in as_user("外县人").get("/today").text


def test_every_row_says_why_and_has_one_button(as_user, desk):
    page = as_user("扎西多杰").get("/today").text
    rows = re.findall(r"<tr data-row>.*?</tr>", page, re.DOTALL)
    assert len(rows) == 3
    for row in rows:
        assert len(re.findall(r'class="button', row)) == 1
        why = re.search(r'data-label="为什么在这里">([^<]+)', row)
        assert why
        assert why[1].strip()


def test_without_the_right_the_row_only_leads_to_the_case(as_user, desk):
    page = as_user("仁青").get("/today").text
    assert 'class="button primary" href="/cases/' not in page.replace("/cases/intake", "")


def test_people_who_handle_no_cases_are_told_so(as_user):
    assert "不办理案件" in as_user("管理员").get("/today").text


def test_the_start_leads_to_today(as_user):
    answer = as_user("扎西多杰").get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/today"
