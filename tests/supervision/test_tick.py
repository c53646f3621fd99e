"""The tick says each rung once, whatever is killed when."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.cases.model import Case
from app.deadlines.commands import RecordClockEntry
from app.deadlines.ledger import Kind
from app.deadlines.model import Deadline
from app.deadlines.opening import end_terms, start_promise, start_term
from app.kernel.bus import Work
from app.kernel.clock import frozen
from app.kernel.commands import Command
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id
from app.supervision.model import Nudge
from app.supervision.tick import due_count, tick
from tests.world import COUNTY, NOW, TODAY

DUE = date(2026, 4, 1)  # T01 from 2026-03-02 (S37)


@pytest.fixture
def clock():
    """Stand late enough that entries of spring lie in the past."""
    return frozen(datetime(2026, 4, 30, 2, tzinfo=UTC))


def make_case(session, world):
    case = Case(
        county_id=COUNTY, id=new_id(), number=f"共调〔2026〕{new_id().int % 10**6}号", title="甲与乙邻里纠纷",
        channel="walk_in", sender="desk", ref=str(new_id()), requested_on=TODAY, received_on=TODAY,
        dispute_type="neighbor", summary="排水", registered_by=world.users["马文祥"], registered_at=NOW,
    )  # fmt: skip
    session.add(case)
    session.flush()
    return case


def in_work(bus, world, act):
    """Let a test act as a handler would: one transaction, its reactions included."""
    with bus.database.write() as session:
        command = Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY)
        work = Work(session, command, NOW, bus.database.ring)
        answer = act(work)
        bus.react(work)
        return answer


@pytest.fixture
def term(bus, world):
    def start(work):
        case = make_case(work.session, world)
        row = start_term(work, case.id, "T01", TODAY)
        return row.id, case.id

    return in_work(bus, world, start)


def run(bus, world, on):
    return [acted.did for acted in tick(bus, COUNTY, world.users["系统"], on)]


def test_each_rung_is_said_once_on_its_day(bus, world, term):
    said = {}
    for days in range(-5, 20):
        on = DUE + timedelta(days=days)
        if did := run(bus, world, on):
            said[days] = did
        assert run(bus, world, on) == []
    assert said == {
        -3: ["到期前提醒"],
        0: ["今天到期提醒"],
        1: ["逾期提醒"],
        3: ["请说明逾期原因和新的办结日期"],
        7: ["建议发督办单"],
        15: ["建议约谈"],
    }


def test_a_missed_week_is_caught_up_at_the_rung_reached_by_then(bus, world, term):
    assert run(bus, world, DUE + timedelta(days=4)) == ["请说明逾期原因和新的办结日期"]
    assert run(bus, world, DUE + timedelta(days=7)) == ["建议发督办单"]


def test_a_clock_that_jumps_back_says_nothing_again(bus, world, term):
    assert run(bus, world, DUE) == ["今天到期提醒"]
    assert run(bus, world, DUE - timedelta(days=2)) == []
    assert run(bus, world, DUE) == []


def test_what_was_met_is_never_nudged(bus, world, term):
    _, case_id = term
    assert in_work(bus, world, lambda work: end_terms(work, case_id, "T01")) == 1
    assert run(bus, world, DUE + timedelta(days=30)) == []
    assert due_count(bus, COUNTY, DUE + timedelta(days=30)) == 0


def test_two_ticks_at_once_say_it_once(bus, world, term):
    said = []

    def walk():
        said.extend(run(bus, world, DUE))

    hands = [threading.Thread(target=walk) for _ in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    with bus.database.read() as session:
        rows = session.scalar(select(func.count()).select_from(Nudge))
    assert (said, rows) == (["今天到期提醒"], 1)


def test_the_same_start_twice_is_one_term(bus, world, term):
    _, case_id = term
    in_work(bus, world, lambda work: start_term(work, case_id, "T01", TODAY).id)
    with bus.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Deadline)) == 1


def entry(world, term, **said):
    deadline_id, case_id = term
    known = {"on": date(2026, 3, 30), "kind": Kind.EXTEND}
    return RecordClockEntry(
        county_id=COUNTY, actor_id=world.users["才让卓玛"], case_id=case_id,
        deadline_id=deadline_id, **(known | said),
    )  # fmt: skip


def test_75号令33条_a_consented_extension_moves_the_day_and_its_rungs(bus, world, term):
    bus.execute(entry(world, term, days=15, agreed_by="双方当事人"))
    with bus.database.read() as session:
        assert session.get_one(Deadline, (COUNTY, term[0])).due_on == date(2026, 4, 16)
    assert run(bus, world, DUE) == []
    assert run(bus, world, date(2026, 4, 16)) == ["今天到期提醒"]


def test_75号令33条_without_consent_nothing_moves(bus, world, term):
    with pytest.raises(Incomplete, match="各方当事人同意"):
        bus.execute(entry(world, term, days=15))
    with bus.database.read() as session:
        assert session.get_one(Deadline, (COUNTY, term[0])).due_on == DUE


def test_a_standing_clock_is_not_nudged(bus, world, term):
    bus.execute(entry(world, term, kind=Kind.PAUSE, on=date(2026, 3, 10), because="鉴定"))
    assert run(bus, world, DUE + timedelta(days=7)) == []
    bus.execute(entry(world, term, kind=Kind.RESUME, on=date(2026, 3, 20)))
    assert run(bus, world, date(2026, 4, 13)) == ["今天到期提醒"]  # 04-11 is a Saturday


def test_a_promised_day_is_changed_by_a_new_agreement_only(bus, world, term):
    _, case_id = term
    promise = new_id()
    row_id = in_work(
        bus, world, lambda work: start_promise(work, case_id, "第1项", DUE, subject_id=promise).id
    )
    with pytest.raises(NotNow, match="修改协议"):
        bus.execute(entry(world, (row_id, case_id), days=5, agreed_by="双方当事人"))


def test_the_parties_own_window_lapses_and_is_never_an_order(bus, world, term):
    _, case_id = term
    in_work(bus, world, lambda work: end_terms(work, case_id, "T01"))
    in_work(bus, world, lambda work: start_term(work, case_id, "T02", TODAY).id)
    said = {}
    for days in range(-5, 20):
        if did := run(bus, world, DUE + timedelta(days=days)):
            said[days] = did
    assert said == {
        -3: ["到期前提醒"],
        0: ["今天到期提醒"],
        1: ["时限已过，当事人没有办理，不再提醒"],
    }
    with bus.database.read() as session:
        row = session.scalars(select(Deadline).where(Deadline.code == "T02")).one()
    assert (row.state, row.ended_on) == ("lapsed", DUE + timedelta(days=1))


def test_a_pause_that_nobody_resumes_is_asked_about_every_month(bus, world, term):
    bus.execute(entry(world, term, kind=Kind.PAUSE, on=date(2026, 3, 10), because="鉴定"))
    asked = [
        on.isoformat()
        for on in (date(2026, 3, 10) + timedelta(days=n) for n in range(70))
        if run(bus, world, on) == ["已中止满三十天，请核对是否恢复"]
    ]
    assert asked == ["2026-04-09", "2026-05-09"]


def test_a_day_that_went_away_and_came_back_is_not_said_twice(bus, world, term):
    assert run(bus, world, DUE - timedelta(days=3)) == ["到期前提醒"]
    bus.execute(entry(world, term, days=5, agreed_by="双方当事人"))
    bus.execute(entry(world, term, days=5, kind=Kind.SHORTEN))
    assert run(bus, world, DUE - timedelta(days=2)) == []
    assert run(bus, world, DUE) == ["今天到期提醒"]
