"""Closing and archiving: 人民调解法 25–27 条; S1, S2, S35, S48."""

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.access.actor import actor_of
from app.agreements.commands import FulfillObligation, UrgeObligation
from app.agreements.enums import UrgingOutcome, UrgingWay
from app.agreements.model import Agreement
from app.agreements.reading import obligations_of
from app.cases.closing_commands import ArchiveCase, Retention
from app.cases.closing_records import Archiving, kept_until
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.records import Closure
from app.cases.stages import Stage
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id
from app.worklist.case_file import standing_of
from app.worklist.next_step import next_step
from tests.agreements.table import conclude_fully, late_bus
from tests.case_file import open_case
from tests.meetings.sessions import hold
from tests.world import COUNTY, TODAY

REFUSED = "一方拒绝或不愿继续"
SAID = {"retention": Retention.TEN_YEARS, "compiled_by": "马文祥"}
END = {"outcome": Outcome.UNSETTLED, "reason": "分歧较大", "remedies_told": True}


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


class Test调解成功结案:
    """Settled: an agreement in effect, and nothing owed any more (28–31 条)."""

    def test_义务没有履行完不能结案_履行完才能结(self, database, world, bus):
        file = open_case(database, world, late_bus(bus), file_number="（2026）共倒人调字第1号")
        file.open_gate()
        agreement = conclude_fully(file)
        assert file.read(lambda case: case.stage) == Stage.HOME_FOLLOW_UP
        with pytest.raises(NotNow, match=r"还有2项没有履行完.*第31条"):
            file.say(CloseCase, on=date(2026, 6, 1), outcome=Outcome.SETTLED)
        with file.database.read() as session:
            lines = obligations_of(session, session.get_one(Agreement, (COUNTY, agreement)))
        for line in lines:
            done = {"obligation_id": line.id, "amount_fen": None, "is_whole": True}
            file.say(FulfillObligation, on=date(2026, 5, 20), proof="收条", **done)
        file.say(CloseCase, on=date(2026, 6, 1), outcome=Outcome.SETTLED)
        assert file.read(lambda case: (case.stage, case.outcome)) == (Stage.CLOSED, "settled")

    def test_协议生效以后不能按不成_终止_撤回结案(self, database, world, bus):
        file = open_case(database, world, late_bus(bus), file_number="（2026）共倒人调字第1号")
        file.open_gate()
        conclude_fully(file)
        for outcome in (Outcome.UNSETTLED, Outcome.TERMINATED, Outcome.WITHDRAWN):
            end = END | {"outcome": outcome, "on": date(2026, 6, 1)}
            with pytest.raises(NotNow, match=r"协议已经生效.*第31、32条"):
                file.say(CloseCase, **end)

    def test_75号令38条_催促仍不履行_告知权利人起诉后可以结案(self, database, world, bus):
        file = open_case(database, world, late_bus(bus), file_number="（2026）共倒人调字第1号")
        file.open_gate()
        agreement = conclude_fully(file)
        with file.database.read() as session:
            lines = obligations_of(session, session.get_one(Agreement, (COUNTY, agreement)))
        urged = {"way": UrgingWay.TELEPHONE, "said": "不给。", "on": date(2026, 5, 20)}
        waiting = {"outcome": UrgingOutcome.PROMISED, "remedies_told": True}
        untold = {"outcome": UrgingOutcome.REFUSED, "remedies_told": False}
        for line in lines:
            for more in (waiting, untold):
                file.say(UrgeObligation, obligation_id=line.id, **urged, **more)
        with pytest.raises(NotNow, match="还有2项没有履行完"):
            file.say(CloseCase, on=date(2026, 6, 1), outcome=Outcome.SETTLED)
        for line in lines:
            file.say(
                UrgeObligation, obligation_id=line.id, **urged, **untold | {"remedies_told": True}
            )
        with file.database.read() as session:
            actor = actor_of(session, COUNTY, file.world.users["扎西多杰"])
            case = standing_of(session, actor, file.id)
            assert next_step(case, actor, date(2026, 6, 1)).text != "记录履行"
        file.say(CloseCase, on=date(2026, 6, 1), outcome=Outcome.SETTLED)
        assert file.read(lambda case: (case.stage, case.outcome)) == (Stage.CLOSED, "settled")


class Test人民调解法27条归档:
    """S35: registration, a record, and an agreement or the notice of the ending."""

    def test_没结案不能归档(self, file):
        with pytest.raises(NotNow, match="还没有结案"):
            file.say(ArchiveCase, **SAID)

    def test_没有调解记录不能归档_有了就能归一次(self, file):
        file.open_gate()
        file.say(CloseCase, **END)
        with pytest.raises(NotNow, match=r"调解记录.*第27条"):
            file.say(ArchiveCase, **SAID)
        assert file.rows(Archiving) == []
        hold(file)
        file.say(ArchiveCase, **SAID)
        (row,) = file.rows(Archiving)
        assert (row.on, row.compiled_by, row.kept_until) == (TODAY, "马文祥", date(2036, 12, 31))
        with pytest.raises(NotNow, match="已经归档"):
            file.say(ArchiveCase, **SAID)

    def test_第一次调解以前就拒绝的_拒绝记录就是记录(self, file):
        file.refuse("旦正")
        file.say(CloseCase, **END | {"outcome": Outcome.TERMINATED})
        file.say(ArchiveCase, **SAID)
        assert len(file.rows(Archiving)) == 1


def test_人民调解法27条_开会以前就撤回的也能归档_撤回就是记录(file):
    file.say(CloseCase, outcome=Outcome.WITHDRAWN, reason="申请人撤回申请")
    file.say(ArchiveCase, **SAID)
    assert len(file.rows(Archiving)) == 1
