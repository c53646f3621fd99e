"""The page of 撤回履行登记: a reason, then the line stands struck, with who and when."""

import re

import pytest

from app.agreements.aftermath import Fulfillment, WithdrawnFulfillment
from app.agreements.commands import FulfillObligation
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from tests.agreements.conftest import FILE_NUMBER
from tests.agreements.table import conclude_fully
from tests.agreements.test_aftermath import lines
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.world import TODAY

WHY = "对方说转了，其实没有到账"


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus, file_number=FILE_NUMBER)


@pytest.fixture
def paid(file):
    """Register both obligations as done, the first with its money."""
    money, fence = lines(file, conclude_fully(file, day=TODAY))
    done = {"is_whole": True, "proof": "收条", "on": TODAY}
    file.say(FulfillObligation, obligation_id=fence.id, amount_fen=None, **done)
    return file.say(FulfillObligation, obligation_id=money.id, amount_fen=102000, **done)


def shown(file):
    return f"/cases/{file.id}/agreement/obligations/1/fulfillment"


def path_of(file, row):
    return f"/cases/{file.id}/agreement/obligations/1/fulfillments/{row}/withdrawal"


def rows(database, model):
    with database.read() as session:
        return session.query(model).all()


def test_写了原因才撤回_划去的一行还在_写明谁什么时候为什么(file, paid, as_user, database):
    client, path = as_user("扎西多杰"), path_of(file, paid)
    assert f'href="{path}?a=1"' in client.get(shown(file)).text
    held = fields(client.get(path).text)
    empty = client.post(path, data=held)
    assert (empty.status_code, "请填写“撤回的原因”" in empty.text) == (422, True)
    done = client.post(path, data=held | {"because": WHY})
    assert (done.status_code, done.location) == (303, f"{shown(file)}?a=1")
    page = client.get(done.location).text
    assert "已保存：撤回履行登记" in page
    struck = re.search(r"<li><s>(.*?)</s>(.*?)</li>", page, re.DOTALL)
    assert "1,020.00 元" in struck[1]
    for said in ("已撤回，不算数", "扎西多杰 2026-03-02 10:00", WHY):
        assert said in struck[2]
    assert path not in page, "撤回了的不能再撤"
    assert "登记履行" in page
    assert "待履行" in page
    log = client.get(f"/cases/{file.id}?tab=log").text
    assert "撤回履行登记" in log
    assert "协议恢复履行" in log
    assert client.post(path, data=held | {"because": WHY}).status_code == 303, "双击"
    assert len(rows(database, WithdrawnFulfillment)) == 1
    assert len(rows(database, Fulfillment)) == 2


def test_打开以后别人先撤回的_说清楚_不重复撤回(file, paid, as_user, database):
    client, path = as_user("扎西多杰"), path_of(file, paid)
    held = fields(client.get(path).text) | {"because": WHY}
    other = fields(as_user("李主任").get(path).text) | {"because": "核实没有付"}
    assert as_user("李主任").post(path, data=other).status_code == 303
    late = client.post(path, data=held)
    assert (late.status_code, "已经撤回过了" in late.text) == (409, True)
    assert [one.because for one in rows(database, WithdrawnFulfillment)] == ["核实没有付"]


def test_结了案的_页面说先撤销结案(file, paid, as_user):
    file.open_gate()
    file.say(CloseCase, outcome=Outcome.SETTLED)
    page = as_user("扎西多杰").get(path_of(file, paid)).text
    assert "请先在“结案”页撤销结案" in page
    assert f'href="/cases/{file.id}/closure"' in page
    assert "撤回的原因" not in page


def test_不承办也没有登记的_页面说找谁(file, paid, as_user):
    client, path = as_user("马文祥"), path_of(file, paid)
    assert "请由扎西多杰或者承办调解员撤回" in client.get(path).text
    assert client.post(path, data={"because": WHY}).status_code == 403


@pytest.mark.parametrize(("name", "status"), [("韩玉梅", 404), ("外县人", 404), ("管理员", 403)])
def test_谁能打开(file, paid, as_user, name, status):
    client, path = as_user(name), path_of(file, paid)
    assert client.get(path).status_code == status
    assert client.post(path, data={"because": WHY}).status_code == status


def test_没有这次履行的_404(file, paid, as_user):
    client = as_user("扎西多杰")
    assert client.get(path_of(file, file.id)).status_code == 404
    other = path_of(file, paid).replace("/obligations/1/", "/obligations/2/")
    assert client.get(other).status_code == 404
