"""Closing and archiving: 人民调解法 25–27 条; S1, S2, S35, S48."""

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.cases.closing_commands import Retention
from app.cases.closing_records import kept_until
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.records import Closure
from app.cases.stages import Stage
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id
from tests.case_file import open_case
from tests.world import TODAY

REFUSED = "一方拒绝或不愿继续"


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


@pytest.mark.parametrize("outcome", [Outcome.UNSETTLED, Outcome.TERMINATED])
def test_人民调解法26条_没有告知其他途径不能结案(file, outcome):
    with pytest.raises(Incomplete, match="第26条"):
        file.say(CloseCase, outcome=outcome, reason=REFUSED)
    assert file.rows(Closure) == []
    assert "case:closure:closed" not in file.trail()
    file.say(CloseCase, outcome=outcome, reason=REFUSED, remedies_told=True)
    (closure,) = file.rows(Closure)
    assert (closure.remedies_told_on, closure.reason) == (TODAY, REFUSED)


def test_S1_受理前拒绝的案件_告知后结案(database, world, bus):
    intake = {"stage": Stage.INTAKE, "accepted_on": None}
    file = open_case(database, world, bus, **intake)
    file.agree("才旦")
    file.refuse("旦正")
    file.say(CloseCase, outcome=Outcome.TERMINATED, reason=REFUSED, remedies_told=True)
    seen = file.read(lambda case: (case.stage, case.outcome, case.closed_on))
    assert seen == (Stage.CLOSED, "terminated", TODAY)


def test_没有生效协议的不能按调解成功结案(file):
    with pytest.raises(NotNow, match="生效的调解协议"):
        file.say(CloseCase, outcome=Outcome.SETTLED)
    assert file.read(lambda case: case.is_open)


def test_撤回要写明原因_不用告知(file):
    with pytest.raises(Incomplete, match="原因"):
        file.say(CloseCase, outcome=Outcome.WITHDRAWN, reason=" ")
    file.say(CloseCase, outcome=Outcome.WITHDRAWN, reason="申请人撤回申请")
    assert file.read(lambda case: case.outcome) == "withdrawn"


def test_不予受理不走结案(file):
    with pytest.raises(NotNow, match="受理"):
        file.say(CloseCase, outcome=Outcome.DECLINED, reason="不属于调解范围")


def test_S46_结案日期早于登记日期_写明两个日期(file):
    with pytest.raises(Incomplete, match=r"2026-02-28.*2026-03-01"):
        early = {"on": date(2026, 2, 28), "reason": "撤回"}
        file.say(CloseCase, outcome=Outcome.WITHDRAWN, **early)


def test_同一次点击两次只结一次案_再结就被拒绝(file):
    end = {"outcome": Outcome.WITHDRAWN, "reason": "撤回"}
    key = new_id()
    file.say(CloseCase, key=key, **end)
    trail = file.trail()
    file.say(CloseCase, key=key, **end)
    assert file.trail() == trail
    with pytest.raises(NotNow, match="已结案"):
        file.say(CloseCase, key=new_id(), **end)


def test_数据库里存不下没有告知的终止(file):
    with pytest.raises(IntegrityError), file.database.write() as session:
        session.execute(
            update(Case)
            .where(Case.id == file.id)
            .values(stage="closed", outcome="terminated", closed_on=None)
        )


@pytest.mark.parametrize(
    ("retention", "until"),
    [
        (Retention.FIVE_YEARS, date(2031, 12, 31)),
        (Retention.TEN_YEARS, date(2036, 12, 31)),
        (Retention.PERMANENT, None),
    ],
)
def test_S48_保管期限从立卷次年一月一日起算(retention, until):
    assert kept_until(date(2026, 5, 20), retention) == until
