"""The clause checks (LAW 9): what blocks a signing, what is warned of, and what is left alone."""

from datetime import date

import pytest

from app.agreements.checks import bars, examine
from app.agreements.circumstances import Circumstances, PartySeen, age_on
from app.agreements.commands import ObligationWords, Wording
from app.agreements.findings import Bar, checks
from app.agreements.sentences import SENTENCE
from app.agreements.wholes import WHOLE
from app.cases.enums import Language, PartyFlag
from app.cases.enums import RepresentativeKind as Rep
from app.kernel.errors import Incomplete
from tests.agreements.table import WORDS, draft, finalize, sign

TWO = Circumstances(parties=(PartySeen(name="才旦"), PartySeen(name="旦正")))


def codes(*clauses, obligations=(), facts="事实", seen=TWO):
    wording = Wording(facts=facts, clauses=clauses, obligations=obligations)
    return {finding.check.code for finding in examine(wording, seen)}


def blocks(*clauses, **said):
    wording = Wording(facts="事实", clauses=clauses, obligations=said.get("obligations", ()))
    found = examine(wording, said.get("seen", TWO))
    return {finding.check.code for finding in found if finding.is_block}


BLOCKED = [
    ("waiver", "双方今后不得就此事上访"),
    ("waiver", "才旦不得再向人民法院起诉"),
    ("waiver", "才旦承诺息诉罢访"),
    ("waiver", "任何一方都放弃起诉的权利"),
    ("waiver", "不准到上级部门反映此事"),
    ("waiver", "才旦永不信访"),
    ("waiver", "双方不 得 起 诉"),
    ("waiver", "双方不得上访，但一方可以向人民法院起诉"),
    ("blood_price", "旦正家支付赔命价八万元"),
    ("blood_price", "支付命价100000元"),
    ("blood_price", "赔 血 价 二十头牛"),
    ("instead_of_punishment", "才旦不再追究旦正的刑事责任"),
    ("instead_of_punishment", "才旦收到赔款后不得报警"),
    ("gambling_or_drug_debt", "旦正于月底前还清赌债5000元"),
    ("personal_freedom", "旦正在还清以前不得离开本村"),
    ("usury", "借款年利率24%"),
    ("usury", "按月息2分计息"),
    ("fees", "旦正支付调解费200元"),
    ("fees", "双方向调解委员会交纳服务费100元"),
    ("third_party", "才旦把承包的草场卖给旦正"),
    ("third_party", "才旦出卖草场五十亩给旦正"),
    ("words_and_figures", "支付1,020元（大写：壹仟贰佰元整）"),
]


@pytest.mark.parametrize(("code", "clause"), BLOCKED)
def test_拦下(code, clause):
    assert code in blocks(clause)


LEFT_ALONE = [
    "一方不履行的，另一方可以向人民法院起诉。",
    "本协议不影响当事人依法上访、申诉的权利。",
    "任何一方不得阻止另一方起诉或者信访。",
    "双方就本次纠纷的民事赔偿已协商一致，再无其他争议。",
    "本次调解不收取任何费用。",
    "旦正在调解委员会当面付给才旦1,020元（大写：壹仟零贰拾元整），2026年5月20日前付清。",
    "双方不再离婚，好好过日子。",
    "争议草场的权属由共和县人民政府依法处理，处理前双方维持现状。",
    "才旦放弃其余诉讼请求。",
    "旦正把扣留的3只羊还给主人。",
    "借款本金10,000元（大写：壹万元整），按年利率6%计息，2026年12月31日前还清。",
    "任何人不得再索要命价。",
]


@pytest.mark.parametrize("clause", LEFT_ALONE)
def test_不误拦(clause):
    assert blocks(clause) == set()
    assert {"identity", "tenure"} & codes(clause) == set()


WARNED = [
    ("money_without_date", "旦正赔偿才旦1,020元（大写：壹仟零贰拾元整）"),
    ("livestock_without_count", "旦正赔偿羊若干"),
    ("deposit", "旦正先付订金1,000元（大写：壹仟元整），3月1日前付清"),
    ("no_capital_words", "旦正于2026年5月1日前支付1,020元"),
    ("vague", "旦正尽快修好围栏"),
    ("pasture_without_bounds", "争议草场由两家轮牧使用"),
    ("payment_without_amount", "旦正赔偿才旦的损失"),
    ("penalty", "逾期的，支付应付金额50%的违约金"),
    ("penalty", "每逾期一日按未付金额的0.5%支付违约金"),
    ("support_words", "儿子负责抚养父母"),
    ("unnamed_sides", "甲方于3月1日前修好围栏"),
    ("all_liability", "双方互不追究法律责任"),
]


@pytest.mark.parametrize(("code", "clause"), WARNED)
def test_提醒而不拦(code, clause):
    assert code in codes(clause)
    assert code not in blocks(clause)


def test_写清楚的不提醒():
    clear = (
        "旦正赔偿才旦两岁母绵羊3只，于2026年5月1日前送到才旦家。",
        "争议草场以石头河为界，河东120亩由才旦使用承包，河西由旦正放牧。",
        "旦正于2026年5月1日前支付1,020元（大写：壹仟零贰拾元整），转账到才旦账户。",
    )
    assert codes(*clear) <= {"tenure"}


def test_S6_离婚条款不能司法确认也不能电子签名():
    wording = Wording(facts="事实", clauses=("双方同意离婚", "女儿随女方生活"))
    found = examine(wording, TWO)
    assert bars(found) == {Bar.CONFIRMATION, Bar.ELECTRONIC}
    assert not any(finding.is_block for finding in found)


def test_S7_确权条款不能司法确认():
    found = examine(Wording(facts="事实", clauses=("争议草场归甲乙村集体所有",)), TWO)
    assert bars(found) == {Bar.CONFIRMATION}


def test_身份关系案件无论条款怎样写都只能纸上签():
    seen = Circumstances(parties=TWO.parties, is_identity_relation=True)
    found = examine(Wording(facts="事实", clauses=("孩子由女方照顾",)), seen)
    assert bars(found) == {Bar.CONFIRMATION, Bar.ELECTRONIC}


def test_民法典19条20条_未成年人没有监护人不能签():
    child = PartySeen(name="小才让", age=12)
    assert "minor_without_guardian" in blocks("一条", seen=Circumstances(parties=(child,)))
    guarded = PartySeen(name="小才让", age=12, representatives=(("父亲", Rep.GUARDIAN),))
    assert blocks("一条", seen=Circumstances(parties=(guarded,))) == set()


def test_民法典21条22条_不能辨认自己行为的人没有监护人不能签():
    ill = PartySeen(name="老人", age=60, flags=frozenset({PartyFlag.LIMITED_CAPACITY}))
    found = blocks("一条", seen=Circumstances(parties=(ill,)))
    assert found == {"incapable_without_guardian"}


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 3, 2), date(2026, 3, 1), 17),
        (date(2008, 3, 1), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
    ],
)
def test_周岁从出生日算(born, day, age):
    assert age_on(day, born, None) == age


def test_义务人不是当事人要拦下():
    line = ObligationWords(debtor="王老板", creditor="才旦", what="付款")
    assert "stranger_owes" in blocks("一条", obligations=(line,))
    for known in ("旦正", "双方", "才旦、旦正"):
        line = ObligationWords(debtor=known, creditor="才旦", what="付款")
        assert blocks("一条", obligations=(line,)) == set()


def test_S105_没有钱的义务不需要金额():
    lines = (
        ObligationWords(debtor="旦正", creditor="才旦", what="当面赔礼道歉", due_on=date(2026, 3, 9)),
        ObligationWords(debtor="双方", creditor="双方", what="不再增加牲畜"),
        ObligationWords(debtor="旦正", creditor="才旦", what="新房高度不超过4米"),
    )  # fmt: skip
    assert codes("双方按下列事项履行。", obligations=lines) == set()


def test_履行事项另填了金额就不再提醒没写数额():
    line = ObligationWords(
        debtor="旦正", creditor="才旦", what="支付赔偿款", amount_fen=100, manner="现金",
        due_on=date(2026, 3, 9),
    )  # fmt: skip
    assert codes("双方按下列事项履行。", obligations=(line,)) == set()


def test_S57_说藏语的当事人要有翻译人():
    seen = Circumstances(parties=(PartySeen(name="才旦", language=Language.BO),))
    assert "interpreter_missing" in codes("双方和好。", seen=seen)
    wording = Wording(facts="事实", clauses=("双方和好。",), interpreter="才让")
    assert examine(wording, seen) == ()


def test_每一条检查都有去处():
    for check in checks():
        assert check.pattern or check.predicate in WHOLE.keys() | SENTENCE.keys(), check.code
        assert check.says
        assert check.proposes
        assert check.article
    assert len({check.code for check in checks()}) == len(checks())


def test_指出是哪一条哪一句_并给出改法():
    wording = Wording(facts="事实", clauses=("修好围栏。", "握手言和。双方不得上访。"))
    said = next(f.said for f in examine(wording, TWO) if f.is_block)
    assert said.startswith("协议第2条“双方不得上访。”")
    assert "人民调解法第3条" in said
    assert "建议" in said


def test_S50_有拦截项不能定稿(file):
    bad = Wording(facts="事实", clauses=("双方不得上访",))
    agreement_id = draft(file, bad, on=date(2026, 3, 1))
    with pytest.raises(Incomplete, match="协议第1条“双方不得上访”"):
        finalize(file, agreement_id)


def test_S49_有拦截项的签字照收但不生效(file):
    from tests.agreements.table import mediator_hand, party_hand, row, seal  # noqa: PLC0415 (one test)

    day = date(2026, 3, 1)
    agreement_id = draft(file, Wording(facts="事实", clauses=("付赔命价五万元",)), on=day)
    sign(file, agreement_id, *(party_hand(file, n, day) for n in file.parties), mediator_hand(day))
    seal(file, agreement_id, day)
    assert row(file, agreement_id).effective_on is None


def test_正常的协议没有拦截项():
    assert not any(finding.is_block for finding in examine(WORDS, TWO))
