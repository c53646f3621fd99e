"""The inbox: each thing once, to whose move it is, without a name in it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from app.cases.enums import Risk
from app.cases.risk_commands import ChangeRisk
from app.deadlines.opening import end_terms, start_term
from app.inbox.model import Notice
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.people.users import User
from app.supervision.hours import is_office_hour
from app.supervision.tick import tick
from tests.case_file import open_case
from tests.world import COUNTY, NOW, TODAY

DUE = date(2026, 4, 1)


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    with database.write() as session:
        work = Work(
            session, Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY), NOW,
            database.ring,
        )  # fmt: skip
        start_term(work, file.id, "T01", TODAY)
        bus.react(work)
    return file


def told(database):
    rows = select(User.name, Notice.kind).join(User, User.id == Notice.user_id)
    with database.read() as session:
        return sorted(tuple(row) for row in session.execute(rows.order_by(Notice.said_at)))


def pass_days(bus, world, *days):
    for day in days:
        list(tick(bus, COUNTY, world.users["系统"], DUE + timedelta(days=day)))


def test_催办到承办人_升级到负责人_每件事只说一次(file, bus, world, database, as_user):
    pass_days(bus, world, -3, 0, 0, 1, -3, 3, 7, 15, 15)
    handler = [kind for who, kind in told(database) if who == "扎西多杰"]
    assert sorted(handler) == ["due_today", "explain", "overdue", "reminder"]
    assert [kind for who, kind in told(database) if who == "李主任"] == ["order", "talk"]
    assert {who for who, _ in told(database)} == {"扎西多杰", "李主任"}
    client = as_user("扎西多杰")
    page = client.get("/inbox").text
    assert '1<span class="quiet"> 条未读' in page
    assert "请说明超期原因和新的日期" in page
    assert "才旦" not in page.split('id="main"')[1]
    with database.read() as session:
        notice = session.scalars(select(Notice).where(Notice.kind == "explain")).one()
    answer = client.post(f"/inbox/{notice.id}/readings")
    assert answer.location == f"/cases/{file.id}/deadlines/{notice.subject_id}"
    assert client.get(answer.location).status_code == 200
    assert as_user("李主任").post(f"/inbox/{notice.id}/readings").status_code == 404
    client.post("/inbox/readings")
    assert "条未读" not in client.get("/inbox").text


def test_人民调解法25条_高风险立即告诉县里(file, bus, world, database):
    file.say(ChangeRisk, risk=Risk.RED, reason="扬言动刀")
    assert ("李主任", "danger") in told(database)
    assert ("韩玉梅", "danger") not in told(database)


def test_不在上班时间催人(bus, world, database):
    at = {
        "上班": (datetime(2026, 3, 2, 2, tzinfo=UTC), True),
        "半夜": (datetime(2026, 3, 2, 16, tzinfo=UTC), False),
        "星期天": (datetime(2026, 3, 8, 2, tzinfo=UTC), False),
        "调休的星期六": (datetime(2026, 2, 28, 2, tzinfo=UTC), True),
    }
    with database.read() as session:
        found = {name: is_office_hour(session, COUNTY, now) for name, (now, _) in at.items()}
    assert found == {name: is_open for name, (_, is_open) in at.items()}


def test_期限办结后_催办的消息不再算未读(file, bus, world, database, as_user):
    pass_days(bus, world, 1)
    page = as_user("扎西多杰").get("/inbox").text
    assert '1<span class="quiet"> 条未读' in page
    with database.write() as session:
        work = Work(
            session, Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY), NOW,
            database.ring,
        )  # fmt: skip
        end_terms(work, file.id, "T01")
        bus.react(work)
    assert '1<span class="quiet"> 条未读' not in as_user("扎西多杰").get("/inbox").text


def test_本级办理期限过了_领到征求当事人意见提级的页(file, bus, world, database):
    with database.write() as session:
        said = Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY)
        work = Work(session, said, NOW, database.ring)
        start_term(work, file.id, "township_act", TODAY)
        bus.react(work)
    list(tick(bus, COUNTY, world.users["系统"], date(2026, 3, 10)))
    with database.read() as session:
        pages = session.scalars(select(Notice.page).where(Notice.about == "乡镇办理"))
        assert set(pages) == {"handovers"}
