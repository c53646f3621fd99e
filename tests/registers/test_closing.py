"""A closed month keeps what was reported; every later change stands beside it with its case."""

import re
from datetime import date

import pytest
from sqlalchemy import update

from app.agreements.model import Obligation
from app.cases.enums import DisputeType, Outcome
from app.cases.model import Case
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.footprints import Footprint
from app.registers.commands import CloseMonth
from app.registers.model import MonthClosing, ReportedLine, ReportedScreening
from app.screenings.commands import RecordFoundDispute, RecordScreening, StrikeScreening
from app.screenings.enums import FoundOutcome
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.registers.test_pages import row
from tests.world import COUNTY, OTHER_TOWNSHIP, VILLAGE

FEBRUARY = date(2026, 2, 1)
ASKED = "from=2026-02-01&to=2026-02-28"
APRIL = date(2026, 4, 3)
ELSEWHERE = "632521100201"  # a village of the other township


@pytest.fixture
def file(database, world, bus):
    said = {"accepted_on": date(2026, 2, 10), "dispute_type": DisputeType.NEIGHBOR}
    return open_case(database, world, bus, people_involved=2, **said)


@pytest.fixture
def close_month(bus, world, leaders):
    def say(month=FEBRUARY, by="李主任", on=APRIL):
        return bus.execute(
            CloseMonth(county_id=COUNTY, actor_id=world.users[by], on=on, month=month)
        )

    return say


def revise(file, **columns):
    with file.database.write() as session:
        mine = (Case.county_id == COUNTY, Case.id == file.id)
        session.execute(update(Case).where(*mine).values(**columns))


def rows(database, model):
    with database.read() as session:
        return session.query(model).filter_by(county_id=COUNTY).all()


def test_a_closed_month_keeps_its_lines_and_leaves_a_footprint(file, close_month, database):
    assert close_month() == "2026-02"
    (line,) = rows(database, ReportedLine)
    assert (line.basis, line.case_id, line.people) == ("accepted", file.id, 2)
    (closing,) = rows(database, MonthClosing)
    assert closing.on == APRIL
    last = max(rows(database, Footprint), key=lambda one: one.position)
    assert (last.tag, last.details) == (
        "register:month:closed",
        {"month": "2026-02", "accepted": 1, "closed": 0},
    )


def test_only_the_county_closes_and_each_month_once_when_it_is_over(file, close_month):
    with pytest.raises(NotAllowed):
        close_month(by="多杰镇长")
    with pytest.raises(NotNow, match="还没有过完"):
        close_month(on=date(2026, 2, 28))
    close_month()
    with pytest.raises(NotNow, match="已经封账"):
        close_month()


def test_a_month_that_does_not_add_up_is_not_closed(file, close_month, database):
    close(file, Outcome.SETTLED, date(2026, 2, 20))
    with pytest.raises(Incomplete, match="没有生效的协议"):
        close_month()
    assert rows(database, MonthClosing) == []


def test_a_figure_corrected_later_shows_what_was_reported_and_its_case(file, close_month, as_user):
    close_month()
    revise(file, dispute_type=DisputeType.FAMILY, people_involved=5)
    client = as_user("李主任")
    text = client.get(f"/registers?{ASKED}").text
    assert row(text, "婚姻家庭") == (1, 5)
    assert text.count("封账时 0") == 4  # 婚姻家庭, 件 and 人, in either vintage
    assert text.count("封账时 1</span>") == 2  # 邻里
    assert "封账后有更正" in text
    month = client.get("/registers/months/2026-02").text
    for said in ("邻里", "婚姻家庭", "涉及人数", f"/cases/{file.id}"):
        assert said in month
    assert ">2 处<" in client.get("/registers/months").text


def test_a_case_added_or_moved_after_closing_is_named(
    file, close_month, database, world, bus, as_user
):
    close_month()
    open_case(database, world, bus, accepted_on=date(2026, 2, 11), mediator=None)
    revise(file, accepted_on=date(2026, 3, 1))
    text = as_user("李主任").get("/registers/months/2026-02").text
    assert "补登计入" in text
    assert "不再计入" in text


def test_how_a_pending_case_ends_is_no_correction_by_acceptance(file, close_month, as_user):
    close_month()
    close(file, Outcome.SETTLED, date(2026, 3, 5))
    agree(file)
    text = as_user("李主任").get("/registers/months/2026-02").text
    assert text.count("封账以后没有更正") == 3


def test_by_closing_the_end_is_compared_too(file, close_month, as_user):
    close(file, Outcome.SETTLED, date(2026, 2, 20))
    agree(file, fen=100_000)
    close_month()
    revise(file, outcome=Outcome.UNSETTLED)
    text = as_user("李主任").get("/registers/months/2026-02").text
    assert "调解成功" in text
    assert "调解不成" in text


def owe_again(file):
    with file.database.write() as session:
        session.execute(update(Obligation).values(fulfilled_on=None))


def test_履行登记封账后撤回的_列为更正_统计表留着封账时的数(file, close_month, as_user):
    close(file, Outcome.SETTLED, date(2026, 2, 20))
    agree(file, fen=100_000, fulfilled_on=date(2026, 2, 19))
    close_month()
    client = as_user("李主任")
    assert "封账后没有影响数字的更正" in client.get(f"/registers?{ASKED}").text
    owe_again(file)
    text = client.get(f"/registers?{ASKED}").text
    assert row(text, "履行完毕") == (0, 0)
    assert text.count("封账时 1</span>") == 1
    assert text.count("封账时 2</span>") == 1
    month = client.get("/registers/months/2026-02").text
    assert month.count("履行情况") == 2, "受理口径和办结口径"
    assert "全部履行" in month
    assert f"/cases/{file.id}" in month


def test_封账后才履行的不是更正(file, close_month, as_user):
    close(file, Outcome.SETTLED, date(2026, 2, 20))
    agree(file, fen=100_000)
    close_month()
    with file.database.write() as session:
        session.execute(update(Obligation).values(fulfilled_on=APRIL))
    client = as_user("李主任")
    assert row(client.get(f"/registers?{ASKED}").text, "履行完毕") == (1, 2)
    assert "封账后没有影响数字的更正" in client.get(f"/registers?{ASKED}").text
    assert "履行情况" not in client.get("/registers/months/2026-02").text


def test_a_township_sees_its_own_corrections(file, close_month, database, world, bus, as_user):
    other = open_case(
        database, world, bus, accepted_on=date(2026, 2, 5), township_code=OTHER_TOWNSHIP,
        committee_id=world.committees["恰卜恰镇"], mediator=None,
    )  # fmt: skip
    close_month()
    for one in (file, other):
        revise(one, people_involved=9)
    text = as_user("多杰镇长").get("/registers/months/2026-02").text
    assert str(file.id) in text
    assert text.count("涉及人数") == 1


def test_the_page_closes_a_month_and_says_why_not(file, leaders, as_user, database):
    client = as_user("李主任")
    wrong = client.post("/registers/months", data={"month": "二月"})
    assert (wrong.status_code, "没有看懂月份" in wrong.text) == (422, True)
    running = client.post("/registers/months", data={"month": "2026-03"})
    assert (running.status_code, "还没有过完" in running.text) == (409, True)
    done = client.post("/registers/months", data={"month": "2026-02"})
    assert (done.status_code, len(rows(database, MonthClosing))) == (303, 1)
    assert "封账后没有影响数字的更正" in client.get(f"/registers?{ASKED}").text
    assert (
        as_user("多杰镇长").post("/registers/months", data={"month": "2026-02"}).status_code == 403
    )


def test_a_month_that_is_none_is_not_found(leaders, as_user):
    assert as_user("李主任").get("/registers/months/2026-13").status_code == 404


@pytest.fixture
def go_round(bus, world):
    """Write a round through a village down, and one dispute it found."""

    def go(day=date(2026, 2, 12), outcome=FoundOutcome.CALMED, who="李主任", village=VILLAGE):
        said = {"county_id": COUNTY, "actor_id": world.users[who], "on": day}
        there = bus.execute(
            RecordScreening(**said, day=day, village_code=village, occasion="节前排查")
        )
        found = RecordFoundDispute(**said, screening_id=there, what="争水", outcome=outcome)
        return there, bus.execute(found)

    return go


def test_封账留下排查的数字_以后的改动列为更正(
    go_round, close_month, as_user, bus, world, database
):
    first, _ = go_round()
    go_round(outcome=FoundOutcome.WATCHED)
    close_month()
    (kept,) = rows(database, ReportedScreening)
    assert (kept.rounds, kept.found, kept.prevented) == (2, 2, 1)
    lead = as_user("李主任")
    assert "封账后没有影响数字的更正" in lead.get(f"/registers?{ASKED}").text
    row_of = lead.get("/registers/months").text.split("2026年2月")[1].split("</tr>")[0]
    assert 'data-label="封账后更正">没有<' in row_of
    said = {"county_id": COUNTY, "actor_id": world.users["李主任"], "on": APRIL}
    bus.execute(StrikeScreening(**said, screening_id=first, because="记重了"))
    go_round(village=ELSEWHERE, outcome=FoundOutcome.WATCHED)
    page = lead.get(f"/registers?{ASKED}").text
    card = re.sub("<[^>]*>", "", page.split('id="screened"')[1].split("</section>")[0])
    assert "排查纠纷 2 次、2 件；预防纠纷 0 件 封账时 1" in card
    assert "5 处" in lead.get("/registers/months").text
    month = " ".join(re.sub("<[^>]*>", " ", lead.get("/registers/months/2026-02").text).split())
    assert re.findall(r"甲乙村 \S+ \d+ \d+", month) == [
        "甲乙村 排查次数 2 1", "甲乙村 排查到的件数 2 1", "甲乙村 预防件数 1 0",
    ]  # fmt: skip


def test_乡镇只看自己的排查更正(go_round, close_month, as_user, bus, world):
    go_round()
    close_month()
    go_round(village=ELSEWHERE)
    own = as_user("多杰镇长")
    assert " 处</a>" not in own.get("/registers/months").text
    assert "排查次数" not in own.get("/registers/months/2026-02").text
    go_round(who="多杰镇长")
    assert "排查次数" in own.get("/registers/months/2026-02").text
    assert "封账时 1" in own.get(f"/registers?{ASKED}").text
