"""撤回履行登记: a mistaken one stays in the books, counts no more, and all that followed follows again."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.access.actor import actor_of
from app.access.roles import Role
from app.aftercare.model import Revisit
from app.agreements.aftermath import Fulfillment, WithdrawnFulfillment
from app.agreements.commands import UrgeObligation, WithdrawFulfillment
from app.agreements.enums import UrgingOutcome, UrgingWay
from app.agreements.overview import paid_sums
from app.cases.closing_commands import ArchiveCase, ReopenCase, Retention
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.deadlines.model import Deadline
from app.dossiers.contents import contents_of
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow, Stale
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.people.bodies import Mediator
from app.people.users import User
from app.supervision.tick import tick
from app.worklist.case_file import standing_of
from app.worklist.next_step import next_step
from tests.agreements.table import LATER, conclude_fully, late_bus
from tests.agreements.test_aftermath import fulfill, lines
from tests.case_file import open_case
from tests.meetings.sessions import hold
from tests.world import COUNTY, TOWNSHIP

SLIP = {"because": "登到别的案件的钱了"}
APRIL, MAY, DUE = date(2026, 4, 1), date(2026, 5, 10), date(2026, 5, 20)
TODAY = date(2026, 12, 31)


@pytest.fixture
def owed(file):
    """The case in force, with its two obligations: 1,020 元 by 20 May, a fence by 30 April."""
    file.open_gate(on=date(2026, 3, 1))
    return file, *lines(file, conclude_fully(file))


def withdraw(file, fulfillment_id, on=TODAY, **said):
    return file.say(WithdrawFulfillment, fulfillment_id=fulfillment_id, on=on, **SLIP | said)


def settle(file, money, fence, **said):
    """Register both as done and close; answer the two registrations."""
    done = fulfill(file, fence, APRIL, is_whole=True), fulfill(file, money, MAY, 102000)
    file.say(CloseCase, on=date(2026, 6, 1), outcome=Outcome.SETTLED, **said)
    return done


def at(file, minutes):
    """Let the clock go on: what is told now comes after what was told before."""
    file.bus = late_bus(file.bus, LATER + timedelta(minutes=minutes))


def now(file, line):
    return next(one for one in lines(file, line.agreement_id) if one.id == line.id).fulfilled_on


def paid(file, line):
    with file.database.read() as session:
        return paid_sums(session, [line]).get(line.id, 0)


def promise(file, line):
    (term,) = [one for one in file.rows(Deadline) if one.subject_id == line.id]
    return term


def withdrawn(file):
    with file.database.read() as session:
        return session.query(WithdrawnFulfillment).all()


def step(file, on):
    with file.database.read() as session:
        actor = actor_of(session, COUNTY, file.world.users["扎西多杰"])
        return next_step(standing_of(session, actor, file.id), actor, on)


def test_撤回以后_这一项又要履行_原来的登记和谁为什么撤回都留着(owed):
    file, money, _ = owed
    row = fulfill(file, money, MAY, 102000)
    assert (now(file, money), promise(file, money).state) == (MAY, "done")
    withdraw(file, row)
    assert (now(file, money), paid(file, money)) == (None, 0)
    term = promise(file, money)
    assert (term.state, term.ended_on, term.due_on) == ("open", None, DUE)
    with file.database.read() as session:
        kept = session.get_one(Fulfillment, (COUNTY, row))
        assert (kept.amount_fen, kept.is_whole, kept.on) == (102000, True, MAY)
    (gone,) = withdrawn(file)
    told = gone.fulfillment_id, gone.because, gone.withdrawn_by, gone.on
    assert told == (row, SLIP["because"], file.world.users["扎西多杰"], TODAY)
    assert "agreement:obligation:fulfillment_withdrawn" in file.trail()
    assert SLIP["because"] not in str(trail_of(file)), "原因里可能有姓名，不进留痕"


def trail_of(file):
    with file.database.read() as session:
        return [one.details for one in session.query(Footprint).filter_by(case_id=file.id)]


def test_期限接着算_照样一级一级催办(owed, world):
    file, money, _ = owed
    row = fulfill(file, money, MAY, 102000)
    late = DUE + timedelta(days=8)
    said = {one.deadline for one in tick(file.bus, COUNTY, world.users["系统"], late)}
    assert not any("第1项" in one for one in said)
    withdraw(file, row, on=late)
    said = {one.deadline: one.did for one in tick(file.bus, COUNTY, world.users["系统"], late)}
    assert said["履行第1项：支付草料损失赔偿款"] == "建议发督办单"


def test_下一步又是记录履行(owed):
    file, money, fence = owed
    fulfill(file, fence, APRIL, is_whole=True)
    row = fulfill(file, money, MAY, 102000)
    assert step(file, MAY).text == "回访"
    withdraw(file, row, on=MAY)
    assert (step(file, MAY).text, step(file, MAY).on) == ("记录履行", DUE)


def test_分次付的_撤回前一次_后一次凑够的也不再算全部履行(owed):
    file, money, _ = owed
    first = fulfill(file, money, APRIL, 50000)
    at(file, 1)
    fulfill(file, money, MAY, 52000)
    assert now(file, money) == MAY
    at(file, 2)
    withdraw(file, first)
    assert (now(file, money), paid(file, money)) == (None, 52000)
    at(file, 3)
    fulfill(file, money, DUE, 49999)
    assert now(file, money) is None
    fulfill(file, money, DUE, 1)
    assert now(file, money) == DUE


def test_权利人说两清的_撤回别的一次不影响(owed):
    file, money, _ = owed
    fulfill(file, money, APRIL, 90000, is_whole=True)
    at(file, 1)
    twice = fulfill(file, money, MAY, 5000)
    at(file, 2)
    withdraw(file, twice)
    assert (now(file, money), promise(file, money).state) == (APRIL, "done")


def test_登了两遍的_撤回一遍_按剩下的一遍算哪天履行(owed):
    file, money, fence = owed
    fulfill(file, fence, APRIL, is_whole=True)
    early = fulfill(file, money, APRIL, 102000)
    at(file, 1)
    fulfill(file, money, MAY, 102000)
    at(file, 2)
    withdraw(file, early)
    assert (now(file, money), promise(file, money).ended_on) == (MAY, MAY)
    assert promise(file, money).state == "done"
    (visit,) = file.rows(Revisit)
    assert visit.due_from == MAY + timedelta(days=7)


def test_全部履行后撤回一次_回访回到按约定日期安排(owed):
    file, money, fence = owed
    planned = [(one.due_from, one.due_by) for one in file.rows(Revisit)]
    fulfill(file, fence, APRIL, is_whole=True)
    row = fulfill(file, money, APRIL, 102000)
    assert [(one.due_from, one.due_by) for one in file.rows(Revisit)] != planned
    withdraw(file, row)
    assert [(one.due_from, one.due_by) for one in file.rows(Revisit)] == planned
    visit = [one for one in file.rows(Deadline) if one.name.startswith("回访")]
    assert [one.due_on for one in visit if one.state == "open"] == [planned[0][1]]
    assert "agreement:owed_again" in file.trail()


def test_生效以前登记的_撤回以后开始盯约定的日期(file):
    from tests.agreements.table import (  # noqa: PLC0415 (one test)
        draft,
        finalize,
        mediator_hand,
        party_hand,
        seal,
        sign,
    )

    agreement_id = draft(file)
    finalize(file, agreement_id)
    money, _ = lines(file, agreement_id)
    day = date(2026, 3, 1)
    row = fulfill(file, money, day, 102000)
    sign(file, agreement_id, *(party_hand(file, one, day) for one in file.parties), mediator_hand(day))  # fmt: skip
    seal(file, agreement_id, day)
    assert not [one for one in file.rows(Deadline) if one.subject_id == money.id]
    withdraw(file, row)
    assert (promise(file, money).due_on, promise(file, money).state) == (DUE, "open")


def test_双击只撤回一次_再撤说已经撤回(owed):
    file, money, _ = owed
    row, key = fulfill(file, money, APRIL, 50000), uuid4()
    assert withdraw(file, row, key=key) == withdraw(file, row, key=key)
    assert len(withdrawn(file)) == 1
    with pytest.raises(NotNow, match=r"已经撤回过了.*刷新"):
        withdraw(file, row)


def test_别人先撤回的_旧页面交上来要先刷新(owed):
    file, money, _ = owed
    row, seen = fulfill(file, money, APRIL, 50000), file.read(lambda case: case.version)
    other = fulfill(file, money, APRIL, 1000)
    withdraw(file, other, seen_version=seen)
    with pytest.raises(Stale):
        withdraw(file, row, seen_version=seen)


@pytest.mark.parametrize("because", ["", " \n ", "字" * 301])
def test_要写原因(owed, because):
    file, money, _ = owed
    row = fulfill(file, money, APRIL, 50000)
    with pytest.raises(Incomplete, match=r"原因|为什么"):
        withdraw(file, row, because=because)
    assert withdrawn(file) == []


@pytest.fixture
def neighbor(database, world):
    """Give 倒淌河镇 another mediator, who sees the case and is not on it."""
    with database.write() as session:
        mediator = Mediator(county_id=COUNTY, id=new_id(), name="索南", is_full_time=True)
        session.add(mediator)
        session.flush()
        user = User(
            county_id=COUNTY, id=new_id(), login="索南", name="索南", role=Role.TOWNSHIP_MEDIATOR,
            must_change_password=False, township_code=TOWNSHIP, mediator_id=mediator.id,
            committee_id=world.committees["倒淌河镇"],
        )  # fmt: skip
        session.add(user)
        world.users["索南"] = user.id


@pytest.mark.parametrize("who", ["马文祥", "扎西多杰", "李主任"])
def test_登记的本人_承办调解员_负责人都能撤回(owed, who):
    file, money, _ = owed
    withdraw(file, fulfill(file, money, APRIL, 50000, by="马文祥"), by=who)
    assert len(withdrawn(file)) == 1


def test_不是自己登记也不承办的不能撤回_说找谁(owed, neighbor):
    file, money, _ = owed
    row = fulfill(file, money, APRIL, 50000)
    with pytest.raises(NotAllowed, match=r"扎西多杰登记的.*请由扎西多杰或者承办调解员"):
        withdraw(file, row, by="索南")
    withdraw(file, fulfill(file, money, APRIL, 1000, by="索南"), by="索南")


@pytest.mark.parametrize("who", ["仁青", "管理员", "韩玉梅", "外县人"])
def test_没有权限或看不见的人不能撤回(owed, who):
    file, money, _ = owed
    row = fulfill(file, money, APRIL, 50000)
    with pytest.raises((NotAllowed, NotFound)):
        withdraw(file, row, by=who)


def test_没有的_别的案件的_找不到(owed, database, world):
    file, money, _ = owed
    row = fulfill(file, money, APRIL, 50000)
    other = open_case(database, world, file.bus, file_number="（2026）共倒人调字第2号")
    for wrong, case in ((row, other), (uuid4(), file)):
        with pytest.raises(NotFound):
            withdraw(case, wrong)


def test_因全部履行结了案的_先撤销结案再撤回(owed):
    file, money, fence = owed
    _, row = settle(file, money, fence)
    with pytest.raises(NotNow, match="请先在“结案”页撤销结案"):
        withdraw(file, row, by="李主任")
    assert (withdrawn(file), now(file, money)) == ([], MAY)
    file.say(ReopenCase, by="李主任", on=TODAY, because="有一项其实没有履行")
    withdraw(file, row)
    assert now(file, money) is None
    with pytest.raises(NotNow, match="还有1项没有履行完"):
        file.say(CloseCase, on=TODAY, outcome=Outcome.SETTLED)


def test_结案不靠这一次的_结案后也能撤回(owed):
    file, money, fence = owed
    fulfill(file, fence, APRIL, is_whole=True)
    refused = {"way": UrgingWay.TELEPHONE, "outcome": UrgingOutcome.REFUSED, "said": "不给"}
    file.say(UrgeObligation, obligation_id=money.id, on=DUE, remedies_told=True, **refused)
    file.say(CloseCase, on=date(2026, 6, 1), outcome=Outcome.SETTLED)
    row = fulfill(file, money, date(2026, 7, 1), 102000)
    withdraw(file, row)
    assert (now(file, money), promise(file, money).state) == (None, "open")
    assert not file.read(lambda case: case.is_open)


def test_归了档的不能撤回_说写进情况说明(owed):
    file, money, fence = owed
    hold(file)
    spare = fulfill(file, money, APRIL, 1000)
    settle(file, money, fence)
    filed = {"retention": Retention.TEN_YEARS, "compiled_by": "马文祥"}
    file.say(ArchiveCase, on=date(2026, 6, 2), **filed)
    with pytest.raises(NotNow, match=r"已经归档.*卷宗情况说明"):
        withdraw(file, spare, by="李主任")


def proofs(file):
    return [one for one in file.read_with(contents_of) if one.entry.code == "fulfillment_proof"]


def test_撤回了的不再要凭证(owed):
    file, money, _ = owed
    row = fulfill(file, money, APRIL, 50000)
    assert [(one.subject_id, one.is_required) for one in proofs(file)] == [(row, True)]
    withdraw(file, row)
    assert proofs(file) == []
