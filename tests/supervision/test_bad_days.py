"""What goes wrong around days and orders has an outcome that somebody is shown."""

import threading
from datetime import date, timedelta

from app.cases.enums import Outcome
from app.deadlines.commands import RecordClockEntry
from app.deadlines.ledger import Kind
from app.deadlines.model import Deadline
from app.kernel.clock import frozen
from app.kernel.errors import NotNow
from app.kernel.footprints import clock_behind
from app.supervision.order_records import SupervisionOrder
from app.supervision.tick import tick
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.cases.test_closing import conclude_fully, late_bus
from tests.supervision.test_orders import file, order
from tests.world import COUNTY, NOW, TODAY

__all__ = ["file"]


def test_时钟往回拨_今日工作写明_已催办的不再催(file, bus, world, as_user, database, flask):
    list(tick(bus, COUNTY, world.users["系统"], TODAY))
    client = as_user("扎西多杰")
    assert "往回拨" not in client.get("/today").text
    flask.extensions["sizhen.clock"] = frozen(NOW - timedelta(days=2, hours=1))
    assert "比最后一条留痕早 2 天" in client.get("/today").text
    flask.extensions["sizhen.clock"] = frozen(NOW - timedelta(hours=1))
    assert "比最后一条留痕早 60 分钟" in client.get("/today").text
    with database.read() as session:
        assert clock_behind(session, COUNTY, NOW) is None
        assert clock_behind(session, COUNTY, NOW - timedelta(minutes=3)) is None
        assert clock_behind(session, COUNTY, NOW - timedelta(days=2)) == timedelta(days=2)
    said = len(file.trail())
    assert list(tick(bus, COUNTY, world.users["系统"], TODAY - timedelta(days=2))) == []
    assert len(file.trail()) == said


def test_中止了没人恢复_期限页单列_每月问一次(file, bus, world, as_user):
    (term,) = [row for row in file.rows(Deadline) if row.code == "T01"]
    file.say(
        RecordClockEntry, deadline_id=term.id, kind=Kind.PAUSE, on=date(2026, 2, 10), because="鉴定"
    )
    client = as_user("扎西多杰")
    listed = client.get("/deadlines?when=standing").text
    assert "才旦与旦正草场纠纷" in listed
    assert "人民调解期限" in listed
    asked = [
        done.did
        for day in range(70)
        for done in tick(bus, COUNTY, world.users["系统"], TODAY + timedelta(days=day))
    ]
    assert asked == ["已中止满三十天，请核对是否恢复"] * 2
    assert "请核对是否恢复" in client.get("/inbox").text


def test_还有义务没履行_不能结案_结案页写明是哪一项(database, world, bus, as_user):
    file = open_case(database, world, late_bus(bus), file_number="（2026）共倒人调字第1号")
    file.open_gate()
    conclude_fully(file)
    client = as_user("扎西多杰")
    page = client.get(f"/cases/{file.id}/closure").text
    assert "协议还有2项没有履行完，先是第1项" in page
    said = fields(page) | {"closing-outcome": Outcome.SETTLED, "outcome": Outcome.SETTLED}
    refused = client.post(f"/cases/{file.id}/closure", data=said)
    assert refused.status_code in {409, 422}
    assert "没有履行完" in refused.text
    assert file.read(lambda case: case.closed_on) is None


def test_两个负责人同一刻督办_只出一份_另一个被告知是谁发的(file):
    gate, heard = threading.Barrier(2), []

    def press():
        gate.wait()
        try:
            order(file)
        except NotNow as refusal:
            heard.append(str(refusal))

    hands = [threading.Thread(target=press) for _ in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert len(file.rows(SupervisionOrder)) == 1
    (refusal,) = heard
    assert refusal.startswith("李主任已于2026-03-02发出督办单共调督〔2026〕1号")


def test_两个负责人同时打开的页_后按的看到已有一份(file, as_user):
    lead, path = as_user("李主任"), f"/cases/{file.id}/supervision-orders"
    one, two = fields(lead.get(path).text), fields(lead.get(path).text)
    assert lead.post(path, data=one).status_code == 303
    late = lead.post(path, data=two | {"issuing-demands": "三日内再调解一次"})
    assert late.status_code == 409
    assert "三日内再调解一次" in late.text
    assert len(file.rows(SupervisionOrder)) == 1
