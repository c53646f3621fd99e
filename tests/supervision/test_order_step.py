"""A supervision order is the next step of whose move it is: on today's list, on the case page."""

import re
from datetime import timedelta

import pytest

from app.cases.records import CaseMediator
from app.supervision.order_commands import AnswerOrder, CloseOrder, SendAnswerBack
from app.supervision.order_records import SupervisionOrder
from tests.case_file import open_case
from tests.supervision.test_orders import ANSWER, WEEK, file, order
from tests.world import TODAY

__all__ = ["file"]
LATER = TODAY + timedelta(days=3)


@pytest.fixture
def shown(as_user):
    """Say in which group a person finds the case today, and what its row offers."""

    def shown(who, file):
        page = as_user(who).get("/today").text
        for key, card in re.findall(
            r'<section class="card[^"]*" id="(\w+)">(.*?)</section>', page, re.DOTALL
        ):
            for row in re.findall(r"<tr data-row>.*?</tr>", card, re.DOTALL):
                if str(file.id) in row:
                    return key, re.findall(r'<a class="button[^>]*>(.*?)</a>', row), row
        return None

    return shown


def next_of(as_user, who, file):
    page = as_user(who).get(f"/cases/{file.id}").text
    return re.search(r"<strong>(?:等待|下一步)：(.*?)</strong>", page)[1], page


def test_答复督办单_是承办人今天的下一步_每次轮到谁就在谁那里(file, as_user, shown):
    before = shown("扎西多杰", file)
    assert before[1] != ["答复督办单"]
    order_id = order(file)
    key, offered, row = shown("扎西多杰", file)
    assert (key, offered) == ("now", ["答复督办单"])
    assert f'href="/cases/{file.id}/supervision-orders"' in row
    assert f"督办单共调督〔2026〕1号要在 {WEEK} 前答复" in row
    text, page = next_of(as_user, "扎西多杰", file)
    assert text == "答复督办单"
    assert "等扎西多杰在" in page
    file.say(AnswerOrder, order_id=order_id, **ANSWER)
    assert shown("扎西多杰", file)[1] == before[1]  # the road goes on meanwhile
    assert shown("李主任", file)[:2] == ("now", ["审看督办答复"])
    assert next_of(as_user, "李主任", file)[0] == "审看督办答复"
    assert "已答复，等负责人审看" in next_of(as_user, "扎西多杰", file)[1]
    file.say(SendAnswerBack, by="李主任", order_id=order_id, because="没有写证人", due_on=LATER)
    key, offered, row = shown("扎西多杰", file)
    assert offered == ["答复督办单"]
    assert f"的答复被退回，要在 {LATER} 前答复" in row
    file.say(AnswerOrder, order_id=order_id, **ANSWER)
    file.say(CloseOrder, by="李主任", order_id=order_id)
    assert shown("扎西多杰", file)[1] == before[1]
    assert "督办单" not in next_of(as_user, "扎西多杰", file)[1].split('class="next')[0]


def test_督办按钮_在别人手上超期的案件旁_通到签发的表单(file, as_user, shown):
    key, offered, row = shown("李主任", file)
    assert (key, offered) == ("chase", ["看案件", "督办"])
    (there,) = re.findall(r'<a class="button" href="(\S+)" aria-label="督办：', row)
    assert "签发督办单</h2>" in as_user("李主任").get(there).text
    order(file)
    key, offered, row = shown("李主任", file)
    assert key == "chase"
    assert f"要在 {WEEK} 前答复，等扎西多杰" in row
    assert next_of(as_user, "李主任", file)[0] == "等答复督办单"
    assert "督办</a>" not in as_user("扎西多杰").get("/today").text


def test_督办页签只有一个(file, as_user):
    page = as_user("扎西多杰").get(f"/cases/{file.id}").text
    assert page.count(f'/cases/{file.id}/supervision-orders">督办</a>') == 1


def test_受理前的督办单_由窗口答复(database, world, bus, as_user, shown):
    fresh = {"mediator": None, "committee_id": None, "accepted_on": None, "stage": "intake"}
    file = open_case(database, world, bus, **fresh)
    order(file, person="马文祥")
    assert not file.rows(CaseMediator)
    assert shown("马文祥", file)[1] == ["答复督办单"]
    (order_row,) = file.rows(SupervisionOrder)
    path = f"/cases/{file.id}/supervision-orders"
    assert "答复督办单</h2>" in as_user("马文祥").get(path).text
    file.say(AnswerOrder, by="马文祥", order_id=order_row.id, **ANSWER)
    assert "答复督办单" not in shown("马文祥", file)[1]
    assert "督办答复" in shown("李主任", file)[1][0]
