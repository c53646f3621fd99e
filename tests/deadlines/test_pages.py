"""The deadline pages: how each day was counted, and what may not be entered is said why."""

from datetime import date

import pytest

from app.deadlines.model import Deadline
from app.deadlines.opening import start_term
from app.kernel.bus import Work
from app.kernel.commands import Command
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.world import COUNTY, NOW, TODAY


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus, file_number="（2026）共倒人调字第1号")


@pytest.fixture
def start(database, world, file):
    """Start a term on a day and give its page."""

    def begin(code, on):
        with database.write() as session:
            command = Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY)
            row = start_term(Work(session, command, NOW, database.ring), file.id, code, on)
        return f"/cases/{file.id}/deadlines/{row.id}"

    return begin


def enter(client, path, **said):
    known = fields(client.get(path).text) | {"on": str(TODAY)}
    return client.post(f"{path}/entries", data=known | said)


def due_days(file):
    return {row.code: row.due_on for row in file.rows(Deadline)}


def test_75号令33条_延长要各方同意(file, start, as_user):
    client = as_user("扎西多杰")
    path = start("T01", date(2026, 2, 20))
    text = client.get(path).text
    assert "人民调解期限30日，自2026-02-20起算，当日不计入" in text
    refused = enter(client, path, kind="extend", days="10")
    assert refused.status_code == 422
    assert "须经各方当事人同意" in refused.text
    one = str(file.parties["才旦"])
    half = enter(client, path, kind="extend", days="10", agreed_party_ids=[one])
    assert "旦正还没有同意延长" in half.text
    assert (
        f'checked id="agreed_party_ids-0" name="agreed_party_ids" type="checkbox" value="{one}"'
        in half.text
    )
    both = [str(party) for party in file.parties.values()]
    assert enter(client, path, kind="extend", days="10", agreed_party_ids=both).status_code == 303
    assert due_days(file) == {"T01": date(2026, 4, 1)}
    assert "才旦、旦正" in client.get(path).text


def test_依法不能延长的_可以中止和恢复(file, start, as_user):
    client = as_user("扎西多杰")
    path = start("T12", date(2026, 2, 20))
    assert "依法不能延长" in enter(client, path, kind="extend", days="5").text
    assert "请写明为什么中止" in enter(client, path, kind="pause").text
    assert "还没有到" in enter(client, path, kind="pause", because="住院", on="2062-03-02").text
    assert enter(client, path, kind="pause", because="住院", on="2026-02-25").status_code == 303
    assert due_days(file) == {"T12": None}
    assert "已中止，恢复以前不会到期" in client.get(path).text
    assert "前一次中止还没有恢复" in enter(client, path, kind="pause", because="住院").text
    assert enter(client, path, kind="resume").status_code == 303
    assert due_days(file) == {"T12": date(2026, 3, 12)}


def test_T22_负责人批准_不超过三十日(file, start, as_user):
    client = as_user("扎西多杰")
    path = start("T22", date(2026, 2, 20))
    assert "须经负责人同意" in enter(client, path, kind="extend", days="20").text
    said = {"kind": "extend", "agreed_by": "李主任"}
    assert "不得超过30日" in enter(client, path, days="31", **said).text
    assert "天数请写" in enter(client, path, days="三十", **said).text
    assert enter(client, path, days="30", **said).status_code == 303


def test_别人看不到_当事人的窗口不催办(file, start, as_user):
    path = start("T02", date(2026, 1, 20))
    start("T01", date(2026, 1, 20))
    assert as_user("韩玉梅").get(path).status_code == 404
    assert as_user("外县人").get(path).status_code == 404
    client = as_user("扎西多杰")
    assert "等当事人" in client.get(path).text
    desk = client.get("/deadlines?when=overdue&mine=yes")
    assert "超期 1 项" in desk.text
    assert "时限已过" in desk.text
    assert "共 2 项" in client.get("/deadlines/sheet").text
    assert "没有符合条件" in as_user("韩玉梅").get("/deadlines").text


def meet(client, path, **said):
    known = fields(client.get(f"{path}/meeting").text) | {"on": str(TODAY)}
    return client.post(f"{path}/meeting", data=known | said)


def test_信访条例23条_书面告知以后登记办结_写明办了什么(file, start, as_user):
    client = as_user("扎西多杰")
    path = start("T20", date(2026, 2, 20))
    assert "登记办结</a>" in client.get(path).text
    empty = meet(client, path, done=" ")
    assert empty.status_code == 422
    early = meet(client, path, on="2026-02-19", done="已书面告知申请人")
    assert "早于起算日2026-02-20" in early.text
    assert "已书面告知申请人" in early.text  # what was typed stays
    assert meet(client, path, done="已书面告知申请人，告字第3号").status_code == 303
    (row,) = file.rows(Deadline)
    assert (row.state, row.ended_on, row.next_on) == ("done", TODAY, None)
    assert "告字第3号" in client.get(path).text
    assert "已经结束" in meet(client, path, done="又一次").text


def test_有自己一步的期限不能直接登记办结(file, start, as_user):
    client = as_user("扎西多杰")
    path = start("T01", date(2026, 2, 20))
    assert "登记办结</a>" not in client.get(path).text
    assert "自动结束" in meet(client, path, done="办完了").text
    assert file.rows(Deadline)[0].state == "open"
    assert as_user("外县人").get(f"{path}/meeting").status_code == 404
