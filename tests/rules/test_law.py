"""One test an article the rulebooks enforce at intake, named after it."""

from datetime import date

import pytest

from app.cases.facts import facts_of
from app.deadlines.calendar import WorkingCalendar
from rules import decide
from tests.rules.held import BASE

DUE_ON = WorkingCalendar.announced().due_on
PERSONS = BASE["parties"]
VILLAGES = [{**party, "kind": "village"} for party in PERSONS]
GOVERNMENTS = [{**party, "kind": "government"} for party in PERSONS]


def decided(*, on=date(2026, 3, 2), **record):
    return decide(facts_of(BASE | record), on=on, due_on=DUE_ON)


def organs(decision, *, instead=True):
    return {referral.organ for referral in decision.refer_to if referral.instead is instead}


def duties(decision):
    return {duty.duty for duty in decision.duties}


def test_人民调解法3条_不因调解阻止起诉():
    """Nothing we decide makes mediation a gate before the court."""
    assert "court" not in organs(decided())
    assert organs(decided(signals={"accepted_elsewhere": "court"})) == {"court"}


def test_人民调解法17条_一方明确拒绝的不得调解():
    refusing = [PERSONS[0], {**PERSONS[1], "consents": False}]
    decision = decided(parties=refusing)
    assert decision.admissible == "no"
    assert organs(decision) == {"court"}
    asked = [PERSONS[0], {**PERSONS[1], "consents": None}]
    assert decided(parties=asked).admissible == "yes"
    assert "征得各方当事人同意并记录" in duties(decided(parties=asked))


def test_人民调解法21条_同村就地():
    decision = decided(scope="same_village")
    assert (decision.desk.level, decision.stage) == ("village", "village_visit")


def test_人民调解法23条24条_告知权利义务():
    assert "告知权利义务并由当事人确认" in duties(decided())


@pytest.mark.parametrize(
    "signal",
    [
        {"weapons": True},
        {"violence": "minor_injury"},
        {"violence": "threat"},
        {"gathering": True},
        {"suicide_threat": True},
        {"detention": True},
    ],
    ids=str,
)
def test_人民调解法25条_可能引起治安刑事案件的报告公安(signal):
    decision = decided(signals=signal)
    report = next(d for d in decision.duties if d.duty == "向当地公安机关或有关部门报告")
    assert report.within == "立即"
    assert "police" in organs(decision, instead=False)
    assert decision.risk in ("orange", "red")


def test_人民调解法25条_没有信号的不报告():
    quiet = decided(signals={"violence": "none", "weapons": False})
    assert quiet.risk == "blue"
    assert "向当地公安机关或有关部门报告" not in duties(quiet)


def test_人民调解法26条_拒绝后告知其他途径():
    refusing = [{**PERSONS[0], "consents": False}, PERSONS[1]]
    assert "告知可以依法通过仲裁、行政、司法途径维护权利" in duties(decided(parties=refusing))


def test_人民调解法27条_每案必有登记和记录():
    required = {need.paper for need in decided().papers if need.required}
    assert {"acceptance_form", "rights_notice", "mediation_record"} <= required


def test_人民调解法28条_书面和口头协议到时任选():
    needs = {need.paper: need.required for need in decided().papers}
    assert needs["mediation_agreement"] is False
    assert needs["oral_agreement_form"] is False


@pytest.mark.parametrize("body", ["court", "arbitration", "police", "government", "petition"])
def test_75号令22条_其他机关已经受理的不受理(body):
    decision = decided(signals={"accepted_elsewhere": body})
    assert decision.admissible == "no"
    assert decision.desk is None
    assert organs(decision)


@pytest.mark.parametrize(
    ("body", "channel"), [("court", "court"), ("police", "police"), ("petition", "petition")]
)
def test_75号令22条_受理机关自己移来的可以调解(body, channel):
    assert decided(channel=channel, signals={"accepted_elsewhere": body}).admissible == "yes"


def test_75号令22条_法院已判的不受理():
    decision = decided(prior_attempts=[{"by": "court", "outcome": "decided"}])
    assert (decision.admissible, organs(decision)) == ("no", {"court"})


def test_75号令22条_公安可能正在办理时先核实():
    decision = decided(prior_attempts=[{"by": "police", "outcome": "pending"}])
    assert decision.admissible == "ask"
    assert "accepted_elsewhere" in decision.unknown_facts or any(
        "accepted_elsewhere" in reason.facts for reason in decision.reasons
    )


@pytest.mark.parametrize("violence", ["serious_injury", "death"])
def test_75号令22条_轻伤以上归公安(violence):
    decision = decided(signals={"violence": violence})
    assert (decision.admissible, organs(decision)) == ("no", {"police"})


def test_75号令22条_涉嫌犯罪归公安():
    assert organs(decided(signals={"suspected_crime": True})) == {"police"}


def test_75号令24条_不受理的说明理由和去向():
    decision = decided(signals={"administrative_act": True})
    assert all(r.because and r.reference for r in decision.refer_to)
    assert "non_acceptance_notice" in {need.paper for need in decision.papers}
    assert "出具不予受理告知书，写明理由和去向" in duties(decision)


def test_75号令24条_可能激化的先疏导再移交():
    decision = decided(signals={"tenure": True, "collective": True}, parties=VILLAGES)
    assert "先采取必要的疏导缓解措施，再及时移交" in duties(decision)


def test_草原法16条_权属归政府():
    assert organs(decided(signals={"tenure": True})) == {"township_government"}
    units = decided(parties=VILLAGES, signals={"tenure": True})
    assert organs(units) == {"county_government"}
    assert "告知各方不得改变利用现状、不得破坏设施" in duties(units)


def test_草原法16条_承包合同纠纷不是权属():
    decision = decided(dispute_type="forest_grassland", signals={"tenure": False})
    assert decision.admissible == "yes"
    assert "land_arbitration" in organs(decision, instead=False)


def test_草原法16条_群体争草场而权属不明的由人问清():
    decision = decided(dispute_type="forest_grassland", signals={"collective": True})
    assert decision.admissible == "ask"


def test_行政区域边界争议处理条例12条_双方政府派人():
    decision = decided(signals={"administrative_boundary": True})
    assert {"county_government", "superior_government"} <= organs(decision)
    assert "报请双方人民政府派人到现场，并向上一级人民政府报告" in duties(decision)


def test_民诉法解释355条_身份关系另行办理():
    only = decided(dispute_type="family", claims=["离婚"], signals={"identity_relation": True})
    assert organs(only) == {"civil_affairs", "court"}
    part = decided(
        dispute_type="family",
        claims=["离婚", "孩子的抚养费"],
        signals={"identity_relation": True},
    )
    assert part.admissible == "yes"
    assert organs(part, instead=False) == {"civil_affairs", "court"}


def test_反家庭暴力法14条23条_先保护():
    decision = decided(dispute_type="family", signals={"domestic_violence": True})
    assert {"police", "court"} <= organs(decision)
    assert "legal_aid" in organs(decision, instead=False)
    assert decision.risk == "red"


def test_未成年人保护法11条_强制报告():
    decision = decided(signals={"minor_harmed": True})
    assert {"police", "civil_affairs"} <= organs(decision)
    assert "向公安机关和民政、教育部门报告" in duties(decision)


def test_民法典19条20条_未成年人要有监护人():
    child = {**PERSONS[0], "born_on": "2010-09-01"}
    guarded = {**child, "representative": {"name": "父", "kind": "guardian"}}
    duty = "登记未成年人的监护人，由其参加并签名"
    assert duty in duties(decided(parties=[child, PERSONS[1]]))
    assert duty not in duties(decided(parties=[guarded, PERSONS[1]]))


def test_民法典21条22条_成年人不能辨认行为的要有监护人():
    adult = {**PERSONS[0], "flags": ["no_capacity"]}
    assert "登记当事人的监护人，由其参加并签名" in duties(decided(parties=[adult, PERSONS[1]]))


def test_劳动争议调解仲裁法7条_十人以上可以推举代表():
    workers = {"side": "applicant", "kind": "group", "name": "工人", "count": 10}
    boss = {"side": "respondent", "kind": "organization", "name": "公司"}
    ten = decided(dispute_type="migrant_wages", parties=[workers, boss])
    nine = decided(dispute_type="migrant_wages", parties=[{**workers, "count": 9}, boss])
    assert "可以推举代表参加调解" in duties(ten)
    assert "可以推举代表参加调解" not in duties(nine)


def test_保障农民工工资支付条例_欠薪逃匿不靠调解():
    decision = decided(dispute_type="migrant_wages", signals={"debtor_vanished": True})
    assert organs(decision) == {"labor_inspection"}


def test_特邀规定18条_虚假调解由人决定():
    assert decided(signals={"suspected_sham": True}).admissible == "ask"


def test_信访条例22条30条_检举控告归纪检():
    decision = decided(claims=["举报村书记侵占草场补偿款"])
    assert organs(decision) == {"discipline_inspection"}


def test_医疗条例38条_在施行前没有三十个工作日():
    """A limit is applied only from the day its law came into force."""
    before = decided(dispute_type="medical", on=date(2018, 9, 30))
    after = decided(dispute_type="medical", on=date(2018, 10, 1))
    assert "T10" not in {due.name for due in before.deadlines}
    assert "T10" in {due.name for due in after.deadlines}


def test_75号令20条_政府之间不是民间纠纷():
    assert decided(parties=GOVERNMENTS).admissible == "no"
