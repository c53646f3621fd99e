"""The auditor's page: the county's footprints, and whether their chain is whole."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from app.access.commands import ReportChainCheck
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.errors import NotAllowed
from app.kernel.footprints import Footprint
from app.worklist.trail import PAGE, WantedTrail, cases_numbered, people_called, trail_of
from tests.case_file import open_case
from tests.tampering import unlock
from tests.world import COUNTY, ELSEWHERE, NOW, TODAY


@pytest.fixture
def leave(database, auditor):
    def leave(*tags, by="马文祥", county=COUNTY, at=NOW, on=TODAY, case_id=None, **said):
        command = Command(county_id=county, actor_id=auditor.users[by], on=on)
        with database.write() as session:
            work = Work(session, command, at, database.ring)
            for tag in tags:
                work.record(tag, case_id=case_id, secret="卓玛措", **said)

    return leave


@pytest.fixture
def ask(database, auditor):
    def ask(person="", number="", **wanted):
        with database.read() as session:
            if person:
                wanted["people"] = people_called(session, COUNTY, person)
            if number:
                wanted["cases"] = cases_numbered(session, COUNTY, number)
            return trail_of(session, COUNTY, WantedTrail(**wanted))

    return ask


def positions(found):
    return [line.position for line in found.lines]


def shown(answer):
    assert answer.status_code == 200, answer.status_code
    rows = re.findall(r"<tr data-row>(.*?)</tr>", answer.text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_pages_hold_every_footprint_once_newest_first(leave, ask):
    leave(*["case:acceptance:accepted"] * (2 * PAGE + 1))
    pages, before = [], 0
    while not pages or before:
        found = ask(before=before)
        pages.append(positions(found))
        before = found.following
    assert [len(one) for one in pages] == [PAGE, PAGE, 1]
    assert [*pages[0], *pages[1], *pages[2]] == list(range(2 * PAGE + 1, 0, -1))
    leave(*["case:acceptance:accepted"] * (PAGE - 1))
    assert ask(before=PAGE + 1).following == 0  # a full last page leads nowhere


def test_each_filter_finds_its_own_and_all_together(leave, ask, database, auditor, bus):
    number = "共调〔2026〕12号"
    file = open_case(database, auditor, bus, number=number)
    midnight = NOW.replace(hour=16)  # in the county it is the next day
    leave("case:acceptance:accepted", case_id=file.id)
    leave(
        "case:acceptance:accepted", "case:closure:closed", by="韩玉梅", at=midnight, case_id=file.id
    )
    leave("access:sign_in:begun", by="韩玉梅", at=midnight - timedelta(seconds=1))
    leave("case:acceptance:accepted", at=midnight + timedelta(days=1))
    tomorrow = TODAY + timedelta(days=1)
    assert positions(ask(first=TODAY, last=TODAY)) == [4, 1]
    assert positions(ask(first=tomorrow, last=tomorrow)) == [3, 2]
    assert positions(ask(first=tomorrow)) == [5, 3, 2]
    assert positions(ask(last=tomorrow)) == [4, 3, 2, 1]
    assert positions(ask(last=date(2026, 1, 1))) == []
    assert positions(ask(tags=("case:acceptance:accepted",))) == [5, 2, 1]
    assert positions(ask(tags=())) == []
    assert positions(ask(person="韩玉梅")) == [4, 3, 2]
    assert positions(ask(person="韩")) == []
    assert positions(ask(number=number)) == positions(ask(number="2026-12")) == [3, 2, 1]
    assert positions(ask(number="2026-999999")) == []
    together = {"tags": ("case:acceptance:accepted",), "person": "韩玉梅", "number": number}
    assert positions(ask(first=tomorrow, **together)) == [2]
    assert positions(ask(last=TODAY, **together)) == []


def test_another_countys_footprints_are_not_there(leave, ask):
    leave("case:acceptance:accepted", by="外县人", county=ELSEWHERE)
    assert positions(ask()) == positions(ask(person="外县人")) == positions(ask(first=TODAY)) == []
    leave("case:closure:closed")
    assert [(line.position, line.tag) for line in ask().lines] == [(1, "case:closure:closed")]


def test_the_page_says_when_who_what_which_case_and_the_seal(
    leave, as_user, database, auditor, bus
):
    file = open_case(database, auditor, bus)
    number = file.read(lambda case: case.number)
    leave("case:acceptance:accepted", on=date(2026, 2, 27), case_id=file.id)
    with database.read() as session:
        seal = session.scalars(select(Footprint.mac).where(Footprint.county_id == COUNTY)).one()
    page = as_user("审计员").get("/audit")
    said = f"2026-03-02 10:00 2026-02-27 的事 马文祥 受理 {number} 1 {seal.hex()[:8]}"
    assert shown(page) == [said]
    for hidden in (f"/cases/{file.id}", "才旦", "卓玛措"):
        assert hidden not in page.text


def test_what_was_done_to_an_account_names_it(leave, as_user, auditor):
    whose = auditor.users["韩玉梅"]
    leave("access:sign_in:failed", account=whose, address="10.0.0.7")
    leave("access:role:changed", user=whose, came_from="registrar", went_to="auditor")
    leave("access:permission:refused", page="people_users.index", method="GET", address="10.0.0.8")
    leave("case:party:revealed", purpose="identify")
    told = [
        row.split("马文祥 ")[1].split(" 无 ")[0] for row in shown(as_user("审计员").get("/audit"))
    ]
    assert told == [
        "查看号码 核对身份",
        "越权被拒 来自 10.0.0.8，网址 /people/users",
        "改岗位 韩玉梅，受理登记员 → 审计员",
        "登录失败 韩玉梅，来自 10.0.0.7",
    ]


def test_what_is_typed_is_read_and_kept_from_page_to_page(leave, as_user):
    leave("case:acceptance:accepted", *["access:sign_in:begun"] * (PAGE + 1))
    client = as_user("审计员")
    first = client.get("/audit?from=2026-03-02&to=2026-03-02&deed=登录&person=马文祥")
    following = re.search(r'href="([^"]+)" rel="next"', first.text)[1].replace("&amp;", "&")
    last = client.get(following)
    assert (len(shown(first)), len(shown(last))) == (PAGE, 1)
    assert "回到第一页" in last.text
    assert len(shown(client.get("/audit?deed=受"))) == 1  # part of 受理
    assert len(shown(client.get("/audit?before=上一页"))) == PAGE
    assert "没有符合条件的留痕" in client.get("/audit?deed=受理&person=韩玉梅").text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("from=昨天", "没有看懂日期“昨天”"),
        ("to=0001-01-01", "没有看懂日期“0001-01-01”"),
        ("from=2026-03-02&to=2026-03-01", "截止日早于起始日"),
        ("deed=跳舞", "没有哪件事叫“跳舞”"),
        ("person=马文", "没有姓名或登录名是“马文”的用户"),
        ("person=外县人", "没有姓名或登录名是“外县人”的用户"),
        ("number=2026-999999", "没有案号或卷号是“2026-999999”的案件"),
    ],
)
def test_what_is_not_understood_is_said_and_lists_nothing(leave, as_user, typed, told):
    leave("case:acceptance:accepted")
    page = as_user("审计员").get(f"/audit?{typed}")
    assert told in page.text
    assert shown(page) == []
    for word in (pair.split("=")[1] for pair in typed.split("&")):
        assert f'value="{word}"' in page.text


def test_an_empty_county_is_told_so(as_user, auditor):
    client = as_user("审计员")
    assert "本县还没有留痕" in client.get("/audit").text
    assert "还没有核对过" in client.get("/audit/chain").text


def test_only_the_auditor_gets_there(as_user, auditor):
    line = 'href="/audit"'
    assert line in as_user("审计员").get("/today").text
    supervisor = as_user("李主任")
    assert line not in supervisor.get("/today").text
    assert supervisor.get("/audit").status_code == supervisor.get("/audit/chain").status_code == 403
    assert check_as(supervisor).status_code == 403


def test_a_check_can_be_reported_by_the_auditor_only(bus, auditor):
    report = ReportChainCheck(
        county_id=COUNTY,
        actor_id=auditor.users["李主任"],
        on=TODAY,
        rows=0,
        head="",
        broken_at=None,
    )
    with pytest.raises(NotAllowed):
        bus.execute(report)
    bus.execute(replace(report, actor_id=auditor.users["审计员"]))


def test_a_whole_chain_is_said_to_be_whole_and_what_came_after_is_not(leave, as_user):
    leave("case:acceptance:accepted", "case:closure:closed")
    client = as_user("审计员")
    page = check_as(client).text
    assert "核对时留痕链完整" in page
    assert "从第 1 条到第 2 条" in page
    assert "核对以后又有 1 条留痕" in page
    assert (
        shown(client.get("/audit"))[0].split(" 审计员 ")[1].startswith("核对留痕链 2 条完整 无 3 ")
    )
    leave("case:acceptance:accepted")
    assert "核对以后又有 2 条留痕" in client.get("/audit/chain").text


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE case_events SET tag = 'case:closure:closed' WHERE position = 2",
            "第 2 条起对不上|2026-03-02 10:00，马文祥，结案，印记",
        ),
        ("DELETE FROM case_events WHERE position = 2", "第 2 条起对不上|第 2 条不见了"),
        ("DELETE FROM case_events WHERE position = 3", "第 3 条起对不上|第 3 条不见了"),
    ],
)
def test_the_first_broken_footprint_is_named(leave, as_user, database, statement, told):
    leave(*["case:acceptance:accepted"] * 3)
    client = as_user("审计员")
    tamper(database, statement)
    page = check_as(client).text
    assert "留痕链完整" not in page
    assert all(part in page for part in told.split("|"))


def test_a_spoiled_footprint_does_not_close_the_page(leave, as_user, database):
    leave("case:acceptance:accepted")
    client = as_user("审计员")
    check_as(client)
    tamper(database, "UPDATE case_events SET particulars = '[' WHERE position < 3")
    assert all("内容读不出来" in row for row in shown(client.get("/audit")))
    assert "还没有核对过" in client.get("/audit/chain").text


def check_as(client):
    return client.post("/audit/chain/checks", follow_redirects=True)


def tamper(database, statement):
    with database.write() as session:
        unlock(session)
        session.execute(text(statement))
