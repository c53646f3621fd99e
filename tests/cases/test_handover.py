"""Handing over and escalating: 人民调解法 7, 17, 23 条; 75号令 21 条; S17, S75."""

from datetime import date

import pytest

from app.access.actor import actor_of
from app.cases.commands import CloseCase
from app.cases.enums import ConsentForm, Organ, Outcome
from app.cases.handover_commands import (
    AcceptHandover,
    AskAboutHandover,
    DeclineHandover,
    HandoverReason,
    JoinPartner,
    OfferHandover,
    PartnerRole,
    RecordReferralAnswer,
    ReferCase,
    TakeBackHandover,
)
from app.cases.handover_records import CasePartner, Handover, HandoverConsent, Referral
from app.cases.particulars import Signals
from app.cases.records import CaseMediator
from app.cases.stages import Stage
from app.cases.visibility import find_case
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.people.bodies import Committee
from tests.case_file import open_case
from tests.world import COUNTY, ELSEWHERE, TODAY


@pytest.fixture
def file(database, world, bus):
    village = world.committees["甲乙村"]
    desk = {"committee_id": village, "desk_level": "village", "desk_committee": "village"}
    return open_case(database, world, bus, mediator="完玛", stage=Stage.VILLAGE_VISIT, **desk)


def ask(file, world, there, *, agrees=True, names=("才旦", "旦正"), by="完玛", on=TODAY):
    for name in names:
        said = {"party_id": file.parties[name], "committee_id": world.committees[there]}
        form = ConsentForm.TELEPHONE
        file.say(AskAboutHandover, by=by, on=on, agrees=agrees, form=form, **said)


def offer(file, world, there, by="完玛", **said):
    reason = {"reason": HandoverReason.FAILED_SESSIONS, "because": "两次调解不成"}
    return file.say(OfferHandover, by=by, committee_id=world.committees[there], **reason | said)


def sees(file, world, name):
    with file.database.read() as session:
        actor = actor_of(session, COUNTY, world.users[name])
        try:
            find_case(session, actor, file.id)
        except NotFound:
            return False
        return True


def test_人民调解法7条_S75_提级以前要问过各方当事人(file, world):
    with pytest.raises(Incomplete, match="才旦、旦正"):
        offer(file, world, "倒淌河镇")
    ask(file, world, "倒淌河镇", names=("才旦",))
    with pytest.raises(Incomplete, match="旦正"):
        offer(file, world, "倒淌河镇")
    ask(file, world, "倒淌河镇", names=("旦正",))
    offer(file, world, "倒淌河镇")
    (handover,) = file.rows(Handover)
    assert (handover.kind, handover.state) == ("escalation", "offered")
    consents = file.rows(HandoverConsent)
    assert {(c.form, c.on, c.recorded_by) for c in consents} == {
        ("telephone", TODAY, world.users["完玛"])
    }


def test_人民调解法23条_一方不同意就不能转_案件留在原处(file, world):
    ask(file, world, "倒淌河镇", names=("才旦",))
    ask(file, world, "倒淌河镇", names=("旦正",), agrees=False)
    with pytest.raises(NotNow, match="旦正不同意"):
        offer(file, world, "倒淌河镇")
    assert file.rows(Handover) == []
    assert file.read(lambda case: case.committee_id) == world.committees["甲乙村"]


def test_接收时换调委会和去向_不换阶段(file, world):
    ask(file, world, "县中心")
    handover = offer(file, world, "县中心")
    assert file.read(lambda case: case.desk_level) == "village"
    file.say(AcceptHandover, by="才让卓玛", handover_id=handover)
    desk = file.read(lambda case: (case.committee_id, case.desk_level, case.desk_committee))
    assert desk == (world.committees["县中心"], "county", "county_center")
    assert file.read(lambda case: case.stage) == Stage.VILLAGE_VISIT
    (seat,) = file.rows(CaseMediator)
    assert (seat.until_on, seat.until_reason) == (TODAY, "案件转到共和县矛盾纠纷调解中心")


def test_提出以后接收方马上看得见_退回以后看不见(file, world):
    assert not sees(file, world, "韩玉梅")
    ask(file, world, "恰卜恰镇")
    handover = offer(file, world, "恰卜恰镇")
    assert sees(file, world, "韩玉梅")
    file.say(DeclineHandover, by="韩玉梅", handover_id=handover, because="不属本镇")
    assert not sees(file, world, "韩玉梅")
    (row,) = file.rows(Handover)
    assert (row.state, row.answer, row.answered_by) == (
        "declined",
        "不属本镇",
        world.users["韩玉梅"],
    )


def test_接收以前只能看_不能办(file, world):
    ask(file, world, "恰卜恰镇")
    handover = offer(file, world, "恰卜恰镇")
    end = {"outcome": Outcome.WITHDRAWN, "reason": "撤回"}
    with pytest.raises(NotAllowed, match="还没有接收"):
        file.say(CloseCase, by="韩玉梅", **end)
    file.say(AcceptHandover, by="韩玉梅", handover_id=handover)
    file.say(CloseCase, by="韩玉梅", **end)
    assert not file.read(lambda case: case.is_open)


def test_转走以后_原调委会补报的照样收下_别的不能再办(file, world):
    with file.database.write() as session:
        file.load(session).township_code = file.load(session).village_code = None
    ask(file, world, "县中心")
    file.say(AcceptHandover, by="才让卓玛", handover_id=offer(file, world, "县中心"))
    assert not sees(file, world, "完玛")
    file.agree("才旦", by="完玛")
    assert "case:consent:given" in file.trail()
    with pytest.raises(NotFound):
        file.say(CloseCase, by="完玛", outcome=Outcome.WITHDRAWN, reason="撤回")


def test_别县的人始终看不见(file, world):
    ask(file, world, "恰卜恰镇")
    offer(file, world, "恰卜恰镇")
    with file.database.read() as session:
        actor = actor_of(session, ELSEWHERE, world.users["外县人"])
        with pytest.raises(NotFound):
            find_case(session, actor, file.id)


def test_只有接收的调委会能答复_只有承办的能收回(file, world):
    ask(file, world, "县中心")
    handover = offer(file, world, "县中心")
    with pytest.raises(NotAllowed, match="接收的调委会"):
        file.say(AcceptHandover, by="扎西多杰", handover_id=handover)
    with pytest.raises(NotAllowed, match="不在您的调委会"):
        file.say(TakeBackHandover, by="扎西多杰", handover_id=handover)
    file.say(TakeBackHandover, by="完玛", handover_id=handover)
    assert file.rows(Handover)[0].state == "taken_back"
    with pytest.raises(NotNow, match="已经答复或收回"):
        file.say(AcceptHandover, by="才让卓玛", handover_id=handover)


def test_同时只能有一个等待答复的转办_收回以后可以再提(file, world):
    ask(file, world, "县中心")
    ask(file, world, "倒淌河镇")
    first = offer(file, world, "县中心")
    with pytest.raises(NotNow, match="还没有答复"):
        offer(file, world, "倒淌河镇")
    file.say(TakeBackHandover, by="完玛", handover_id=first)
    offer(file, world, "倒淌河镇")
    assert sorted(row.state for row in file.rows(Handover)) == ["offered", "taken_back"]


def test_换了调委会以后要重新征求意见(file, world):
    ask(file, world, "倒淌河镇")
    ask(file, world, "县中心")
    file.say(AcceptHandover, by="扎西多杰", handover_id=offer(file, world, "倒淌河镇"))
    with pytest.raises(Incomplete, match="先征得"):
        offer(file, world, "县中心", by="扎西多杰")


def test_拒绝调解以后不能转办(file, world):
    ask(file, world, "县中心")
    file.refuse("旦正")
    with pytest.raises(NotNow, match="第17条"):
        offer(file, world, "县中心")


def test_不能转给自己_也不能转给已撤销的调委会(file, world):
    ask(file, world, "甲乙村")
    with pytest.raises(Incomplete, match="已经在这个调委会"):
        offer(file, world, "甲乙村")
    ask(file, world, "恰卜恰镇")
    with file.database.write() as session:
        gone = session.get_one(Committee, (COUNTY, world.committees["恰卜恰镇"]))
        gone.dissolved_on = date(2026, 1, 1)
    with pytest.raises(Incomplete, match="已经撤销"):
        offer(file, world, "恰卜恰镇")


def test_未受理的案件用改派_不用转办(database, world, bus):
    nobody = {"stage": Stage.INTAKE, "accepted_on": None, "committee_id": None}
    file = open_case(database, world, bus, **nobody)
    with pytest.raises(NotNow, match="还没有受理"):
        offer(file, world, "县中心", by="才让卓玛")


def test_结案时收回没有答复的转办(file, world):
    ask(file, world, "县中心")
    offer(file, world, "县中心")
    end = {"outcome": Outcome.WITHDRAWN, "reason": "申请人撤回"}
    file.say(CloseCase, by="完玛", **end)
    (row,) = file.rows(Handover)
    assert (row.state, row.answer) == ("taken_back", "案件已结案")


def test_移送留下记录_答复可以补充(file):
    referral = file.say(
        ReferCase, organ=Organ.LABOR_INSPECTION, because="拖欠工资部分", letter="〔2026〕3号"
    )
    file.say(RecordReferralAnswer, referral_id=referral, answer="已立案")
    later = date(2026, 3, 9)
    file.say(RecordReferralAnswer, referral_id=referral, answer="已结清", on=later)
    (row,) = file.rows(Referral)
    assert (row.organ, row.answered_on) == ("labor_inspection", TODAY)
    assert row.answer == "已立案\n2026-03-09 已结清"


def test_S17_跨县放牧纠纷联合调解_写明主办协办(file):
    said = {"partner": "日月山村人民调解委员会", "partner_county": "湟源县"}
    file.say(JoinPartner, role=PartnerRole.HOST, **said)
    (row,) = file.rows(CasePartner)
    assert (row.name, row.county, row.role) == ("日月山村人民调解委员会", "湟源县", "host")
    assert row.full_name == "湟源县日月山村人民调解委员会"


def test_全称里写了县名的_不重写一遍(file):
    said = {"partner": "海晏县甘子河乡人民调解委员会", "partner_county": "海晏县"}
    file.say(JoinPartner, role=PartnerRole.HOST, **said)
    assert file.rows(CasePartner)[0].full_name == "海晏县甘子河乡人民调解委员会"


def test_S17_边界线本身的争议归政府_不能联合调解(file):
    with file.database.write() as session:
        session.add(Signals(county_id=COUNTY, case_id=file.id, administrative_boundary=True))
    with pytest.raises(NotNow, match="人民政府"):
        file.say(
            JoinPartner, partner="某村调委会", partner_county="湟源县", role=PartnerRole.ASSIST
        )
    assert file.rows(CasePartner) == []
