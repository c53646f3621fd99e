"""The ladder is a rulebook: dated rules, each rung once; days before any rule are tolerated."""

import shutil
from datetime import date, timedelta

from app.deadlines.model import Deadline
from app.supervision import beside
from app.supervision.ladder import ladder, next_day, reached
from app.supervision.tick import tick
from rules import ladder as rulebook
from rules.loader import load
from tests.supervision.test_tick import DUE, run
from tests.world import COUNTY

ON = date(2026, 3, 2)


def names(on, **said):
    return [(rung.rung.value, rung.day, rung.to.value) for rung in ladder(on, **said)]


def test_阶梯_提醒_到期_逾期_说明_督办单_约谈():
    assert names(ON) == [
        ("reminder", -3, "handler"), ("due_today", 0, "handler"), ("overdue", 1, "handler"),
        ("explain", 3, "handler"), ("order", 7, "supervisor"), ("talk", 15, "supervisor"),
    ]  # fmt: skip
    assert names(ON, is_window=True) == [
        ("reminder", -3, "handler"), ("due_today", 0, "handler"), ("lapsed", 1, "handler"),
    ]  # fmt: skip


def test_没有规则在施行的日子_没有阶梯_等到施行那天():
    early = date(2010, 12, 31)
    assert ladder(early) == ()
    assert reached((), DUE, early) is None
    assert next_day((), DUE, early, rulebook.next_turn(early)) == date(2011, 1, 1)
    assert rulebook.next_turn(early) == date(2011, 1, 1)
    assert rulebook.next_turn(date(2030, 1, 1)) is None


def test_tick_在没有规则的日子什么也不说_不出错(bus, world, term):
    deadline = Deadline(
        county_id=COUNTY, due_on=date(2010, 12, 1), code="T01", name="", basis="", days=30,
        counting="calendar_days",
    )  # fmt: skip
    with bus.database.read() as session:
        assert beside.first_look(session, deadline, date(2010, 12, 1)) == date(2011, 1, 1)
    assert list(tick(bus, COUNTY, world.users["系统"], date(2010, 12, 1))) == []
    assert run(bus, world, DUE) == ["今天到期提醒"]


def test_县里改了天数_从那天起算_旧日子照旧(tmp_path):
    shutil.copytree(rulebook.BOOKS, tmp_path / "books")
    numbers = tmp_path / "books" / "parameters.yaml"
    text = numbers.read_text(encoding="utf-8")
    was, becomes = (
        "{from: 2011-01-01, is: 7}",
        "{from: 2011-01-01, is: 7}, {from: 2027-01-01, is: 5}",
    )
    numbers.write_text(text.replace(was, becomes), encoding="utf-8")
    changed = load(tmp_path / "books")

    def day(on):
        steps = rulebook.steps_on(on, is_window=False, by=changed)
        return next(step.day for step in steps if step.rung == "order")

    assert (day(date(2026, 12, 31)), day(date(2027, 1, 1))) == (7, 5)
    assert rulebook.next_turn(ON, changed) == date(2027, 1, 1)


def test_每一级都写明为什么和依据():
    for step in rulebook.steps_on(ON, is_window=False):
        assert step.because
        assert step.reference
        assert timedelta(days=step.day) < timedelta(days=30)
