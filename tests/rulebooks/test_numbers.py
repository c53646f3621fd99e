"""The ladder's days and the amounts of 以案定补 are changed where the rules are, the same way."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.deadlines.model import Deadline
from app.kernel.errors import Incomplete
from app.kernel.footprints import Footprint
from app.rulebooks.commands import CheckRulebook
from app.rulebooks.files import files_of, shipped_files
from app.rulebooks.numbering import numbers_in_force
from app.rulebooks.numbers import Numbers
from app.supervision.ladder import ladder
from rules.subsidy import rates_on
from tests.supervision.test_tick import DUE, in_work, run, start_term
from tests.supervision.test_tick import make_case as case_of
from tests.world import COUNTY, TODAY

LADDER = "supervision/parameters.yaml"
SAID = {"begins": TODAY.isoformat(), "origin": "共司发〔2026〕3号", "certainty": "F"}


@pytest.fixture
def term(bus, world):
    """Let one term run until DUE."""

    def start(work):
        return start_term(work, case_of(work.session, world).id, "T01", TODAY).id

    return in_work(bus, world, start)


def change(client, version, name, value, **more):
    return client.post(
        f"/rulebooks/{version}/parameters/{name}", data=SAID | {"value": value} | more
    )


def publish(author, leader, keeper, version, begins=TODAY):
    there = f"/rulebooks/{version}"
    steps = [
        author.post(f"{there}/check"),
        author.post(f"{there}/rehearsal"),
        leader.post(f"{there}/approval"),
        keeper.post(f"{there}/publication", data={"valid_from": begins.isoformat()}),
    ]
    assert [step.status_code for step in steps] == [303] * 4


@pytest.fixture
def people(desk, as_user):
    """Seat the author, the one who approves, the one who publishes."""
    return [as_user(name) for name in ("起草人", "李主任", "管理员")]


def order_day(desk, on):
    with desk.database.read() as session:
        books = numbers_in_force(session, COUNTY, on, Numbers.SUPERVISION)
    return next(rung.day for rung in ladder(on, by=books) if rung.rung == "order")


def test_县里改督办阶梯的天数_从发布那天起_旧日子照旧(desk, people, bus, world, term):
    author = people[0]
    version = desk.draft()
    assert change(author, version, "order_day", "5").status_code == 303
    page = author.get(f"/rulebooks/{version}/parameters").text
    assert "5 天" in page
    assert "共司发〔2026〕3号" in page
    begins = TODAY + timedelta(days=7)
    publish(*people, version, begins)
    assert order_day(desk, begins - timedelta(days=1)) == 7
    assert order_day(desk, begins) == 5
    with desk.database.read() as session:
        assert session.get_one(Deadline, (COUNTY, term)).next_on == begins
    assert run(bus, world, begins) == []
    said = {days: run(bus, world, DUE + timedelta(days=days)) for days in (3, 4, 5, 7)}
    assert said == {3: ["请说明逾期原因和新的办结日期"], 4: [], 5: ["建议发督办单"], 7: []}
    with desk.database.read() as session:
        tags = [row.tag for row in session.query(Footprint).order_by(Footprint.position)]
    assert [tag for tag in tags if tag.startswith("rulebook:")] == [
        "rulebook:drafted", "rulebook:edited", "rulebook:checked", "rulebook:rehearsed",
        "rulebook:approved", "rulebook:published",
    ]  # fmt: skip


def test_一版里写明以后才起用的天数_到那天正在走的期限也重看(desk, people, bus, world, term):
    version = desk.draft()
    later = DUE + timedelta(days=4)
    change(people[0], version, "order_day", "5", begins=later.isoformat())
    publish(*people, version)
    assert run(bus, world, DUE + timedelta(days=3)) == ["请说明逾期原因和新的办结日期"]
    with desk.database.read() as session:
        assert session.get_one(Deadline, (COUNTY, term)).next_on == later
    assert run(bus, world, later) == []
    assert run(bus, world, DUE + timedelta(days=5)) == ["建议发督办单"]


def test_阶梯的一级不能早于下一级_检查时说清楚(desk, people):
    version = desk.draft()
    change(people[0], version, "order_day", "20")
    answer = people[0].post(f"/rulebooks/{version}/check")
    assert answer.status_code == 422
    assert "“建议约谈”（15 天）应晚于“建议发督办单”（20 天）" in answer.text
    change(people[0], version, "talk_day", "30")
    assert people[0].post(f"/rulebooks/{version}/check").status_code == 303


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("order_day", "很久", "不小于零的整数"),
        ("order_day", "-2", "不小于零的整数"),
        ("order_day", "1.5", "不小于零的整数"),
        ("order_day", "99999", "不在 -3660 到 3660 之间"),
        ("reminder_day", "3", "到期日以前的天数"),
        ("simple_yuan", "2000000", "不在 0 到 1000000 之间"),
        ("consultation_amount", "9e999999", "不小于零的整数"),
        ("simple_yuan", "", "新的数值"),
    ],
)
def test_看不懂的数值退回_草稿不变(desk, people, name, value, why):
    version = desk.draft()
    answer = change(people[0], version, name, value)
    assert answer.status_code == 422
    assert why in answer.text
    assert answer.text.count('value="共司发〔2026〕3号"') == 1
    with desk.database.read() as session:
        assert files_of(session, COUNTY, version) == shipped_files()


def test_提前几天提醒写负数(desk, people):
    version = desk.draft()
    assert change(people[0], version, "reminder_day", "-5").status_code == 303
    assert "-5 天" in people[0].get(f"/rulebooks/{version}/parameters").text
    side = people[0].get(f"/rulebooks/{version}/comparison").text
    assert "到期前提醒（相对到期日）：2011-01-01起-3 天，2026-03-02起-5 天" in side


def test_预演说出天数和标准改了会怎样(desk, people, term):
    version = desk.draft()
    assert "督办阶梯的天数" not in people[0].get(f"/rulebooks/{version}/rehearsal").text
    change(people[0], version, "reminder_day", "-40")
    change(people[0], version, "usual_yuan", "120")
    page = people[0].get(f"/rulebooks/{version}/rehearsal").text
    assert "督办阶梯的天数" in page
    row = page[page.index("到期前提醒") :]
    assert row.index(">0<") < row.index(">1<") < row.index("+1")
    assert "以案定补的标准" in page


def test_以案定补的新标准_从它的日子起(desk, people):
    version = desk.draft()
    change(people[0], version, "usual_yuan", "120")
    publish(*people, version)
    with desk.database.read() as session:
        now, before = (
            numbers_in_force(session, COUNTY, day, Numbers.SUBSIDY)
            for day in (TODAY, TODAY - timedelta(days=1))
        )
    assert [rate.yuan for rate in rates_on(TODAY, now)] == [50, 120, 200]
    assert [rate.yuan for rate in rates_on(TODAY - timedelta(days=1), before)] == [50, 100, 200]
    page = people[1].get("/registers/subsidy?from=2026-03-01&to=2026-03-31").text
    assert "120 元" in page
    assert "共司发〔2026〕3号" in page
    old = people[1].get("/registers/subsidy?from=2026-01-01&to=2026-01-31").text
    assert "100 元" in old
    assert "共司发〔2026〕3号" not in old


def test_照以前的一版起草_再走一遍就回去了(desk, people):
    version = desk.draft()
    change(people[0], version, "order_day", "5")
    publish(*people, version)
    assert order_day(desk, TODAY) == 5
    assert "照这一版起草" in people[0].get("/rulebooks/shipped").text
    assert "照这一版起草" not in people[0].get(f"/rulebooks/{version}").text
    assert "照这一版起草" not in people[1].get("/rulebooks/shipped").text
    again = UUID(people[0].post("/rulebooks/shipped/drafts").location.rsplit("/", 1)[1])
    page = people[0].get(f"/rulebooks/{again}").text
    assert "回到以前的写法" in page
    assert "督办阶梯的天数" in page
    publish(*people, again, TODAY + timedelta(days=1))
    assert order_day(desk, TODAY) == 5
    assert order_day(desk, TODAY + timedelta(days=1)) == 7


def test_文件里少了一个数值或多了一个_说清楚(desk):
    version = desk.draft()
    text = shipped_files()[LADDER]
    without = "\n".join(line for line in text.splitlines() if "talk_day" not in line)
    for wrong, why in (
        (without, "少了这个数值"),
        (f"{text}{text.replace('talk', 'x')}", "写了两次"),
    ):
        with pytest.raises(Incomplete, match=why):
            desk.edit(version, LADDER, wrong)
    desk.edit(version, LADDER, text.replace("is: 15", "is: 16"))
    desk.say(CheckRulebook, "起草人", version_id=version)
    assert desk.state(version) == "checked"


def test_没有权限的人改不了(desk, as_user):
    version = desk.draft()
    for name, code in (("才让卓玛", 403), ("仁青", 403), ("外县人", 403)):
        client = as_user(name)
        assert change(client, version, "order_day", "5").status_code == code
        assert client.post(f"/rulebooks/{version}/drafts").status_code == code
    page = as_user("才让卓玛").get(f"/rulebooks/{version}/parameters").text
    assert "建议发督办单" in page
    assert "/parameters/order_day" not in page


def test_各处的数值名字不重(desk):
    with desk.database.read() as session:
        known = [numbers_in_force(session, COUNTY, TODAY, one).parameters for one in Numbers]
    names = [name for each in known for name in each]
    assert len(names) == len(set(names))
    assert date.fromisoformat(SAID["begins"]) == TODAY
