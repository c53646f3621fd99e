"""人民调解法 28–31 条: who must sign, when it binds, how many copies."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agreements.cautions import cautions
from app.agreements.circumstances import PartySeen
from app.agreements.commands import FulfillObligation, RecordOralAgreement
from app.agreements.effect import Copies, Hand, seats_of, stand
from app.agreements.enums import AgreementForm, AgreementKind, SignatureMethod, SignerRole
from app.agreements.model import AgreementRevision, AgreementSignature, Obligation
from app.cases.enums import PartyKind
from app.cases.enums import RepresentativeKind as Rep
from app.cases.stages import Stage
from app.deadlines.model import Deadline
from app.kernel.errors import Incomplete, NotFound, NotNow, Stale
from tests.agreements.table import (
    WORDS,
    conclude_fully,
    draft,
    finalize,
    hand,
    mediator_hand,
    party_hand,
    row,
    seal,
    sign,
)
from tests.case_file import open_case

A, B = UUID(int=1), UUID(int=2)
M1, M3, M5 = date(2026, 3, 1), date(2026, 3, 3), date(2026, 3, 5)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
full = st.sampled_from(sorted(set(SignatureMethod) - {SignatureMethod.TABLET}))


def hands(a, b, mediator, sealed, method=SignatureMethod.SIGNATURE):
    return [
        Hand(role=SignerRole.PARTY, signer="才旦", method=method, on=a, party_id=A),
        Hand(role=SignerRole.PARTY, signer="旦正", method=method, on=b, party_id=B),
        Hand(role=SignerRole.MEDIATOR, signer="扎西", method=SignatureMethod.SIGNATURE, on=mediator),
        Hand(role=SignerRole.SEAL, signer="委员会", method=SignatureMethod.STAMP, on=sealed),
    ]  # fmt: skip


SEATS = seats_of([(A, PartySeen(name="才旦")), (B, PartySeen(name="旦正"))], ())


@given(a=days, b=days, mediator=days, sealed=days, method=full)
def test_人民调解法29条_生效日是最后一个签字或盖章的日子(a, b, mediator, sealed, method):
    standing = stand(SEATS, hands(a, b, mediator, sealed, method))
    assert standing.effective_on == max(a, b, mediator, sealed)
    assert standing.missing == ()


@given(gone=st.integers(0, 3), day=days)
def test_人民调解法29条_缺任何一个签字或印章都不生效(gone, day):
    some = hands(day, day, day, day)
    del some[gone]
    standing = stand(SEATS, some)
    assert standing.effective_on is None
    assert [seat.said for seat in standing.missing] == [SEATS[gone].said]


@pytest.mark.parametrize("method", ["signature", "stamp", "fingerprint", "signature_and_fingerprint"])  # fmt: skip
def test_民法典490条_签名盖章按指印任何一种都算(method):
    standing = stand(SEATS, hands(M1, M3, M3, M5, SignatureMethod(method)))
    assert standing.effective_on == M5


def test_电子签名法13条_手写板签名只作辅助():
    standing = stand(SEATS, hands(M1, M3, M3, M5, SignatureMethod.TABLET))
    assert standing.effective_on is None
    assert len(standing.missing) == 2


@given(parties=st.integers(1, 40), court=st.booleans())
def test_人民调解法29条_份数是当事人数加一(parties, court):
    copies = Copies(parties, court)
    assert copies.total - court == parties + 1
    assert f"一式{parties + 1 + court}份" in copies.said
    assert ("人民法院" in copies.said) is court


def test_S4_三方当事人一式四份_法院另加一份():
    assert "一式4份" in Copies(3, has_court_copy=False).said
    assert "一式5份" in Copies(3, has_court_copy=True).said
    assert "另加1份报送人民法院" in Copies(3, has_court_copy=True).said


def test_S3_生效日和司法确认的最后一天(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    sign(file, agreement_id, party_hand(file, "才旦", M1))
    sign(file, agreement_id, party_hand(file, "旦正", M3), mediator_hand(M3), on=M3)
    assert row(file, agreement_id).effective_on is None
    seal(file, agreement_id, M5)
    assert row(file, agreement_id).effective_on == M5
    window = next(term for term in file.rows(Deadline) if term.code == "T02")
    assert (window.start_on, window.due_on) == (M5, date(2026, 4, 7))


@pytest.mark.parametrize(
    ("effective", "last_day"),
    [
        (date(2026, 3, 5), date(2026, 4, 7)),
        (date(2026, 8, 10), date(2026, 9, 9)),
        (date(2026, 9, 4), date(2026, 10, 8)),
        (date(2026, 4, 9), date(2026, 5, 9)),
    ],
)
def test_人民调解法33条_三十日届满遇休息日顺延(effective, last_day):
    from app.agreements.court_window import last_day_for_confirmation  # noqa: PLC0415 (one test)

    assert last_day_for_confirmation(effective) == last_day


def test_S36_没有印章时不起算司法确认期限(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    sign(file, agreement_id, *(party_hand(file, name, M1) for name in file.parties))
    sign(file, agreement_id, mediator_hand(M1))
    assert row(file, agreement_id).effective_on is None
    assert [term.code for term in file.rows(Deadline)] == []
    assert file.read(lambda case: case.stage) == Stage.OFFICE_HOURS


def test_S5_人民调解法30条_口头协议自达成之日生效(file):
    day = date(2026, 3, 10)
    agreement_id = file.say(RecordOralAgreement, wording=WORDS, recorder="马文祥", on=day)
    seal(file, agreement_id, date(2026, 3, 16))
    found = row(file, agreement_id)
    assert (found.form, found.effective_on) == (AgreementForm.ORAL, day)
    assert file.read(lambda case: case.stage) == Stage.HOME_FOLLOW_UP


def test_已生效的口头协议再报一次不覆盖_另成一份(file):
    day = date(2026, 3, 10)
    first = file.say(RecordOralAgreement, wording=WORDS, recorder="马文祥", on=day)
    again = file.say(
        RecordOralAgreement, wording=replace(WORDS, facts="又报了一次"), recorder="马文祥", on=day,
        agreement_id=first,
    )  # fmt: skip
    assert again != first
    assert row(file, again).parent_id == first
    assert row(file, first).revision == 1


def test_人民调解法31条_每一项有期限的义务都有人盯着(file):
    conclude_fully(file)
    promised = {term.due_on for term in file.rows(Deadline) if term.code == "promise"}
    assert {date(2026, 5, 20), date(2026, 4, 30)} <= promised
    assert file.read(lambda case: case.stage) == Stage.HOME_FOLLOW_UP
    assert "agreement:effective" in file.trail()


def test_更正签字日期后生效日重算(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    sign(file, agreement_id, *(party_hand(file, name, M1) for name in file.parties))
    sign(file, agreement_id, mediator_hand(M1))
    seal(file, agreement_id, M3)
    seal(file, agreement_id, M5)
    assert row(file, agreement_id).effective_on == M5
    windows = [term for term in file.rows(Deadline) if term.code == "T02"]
    assert [(term.start_on, term.state) for term in sorted(windows, key=lambda t: t.start_on)] == [
        (M3, "cancelled"),
        (M5, "open"),
    ]
    assert file.trail().count("agreement:effective") == 1


def test_S29_单位要有负责人签名和公章():
    unit = PartySeen(name="大水桥合作社", kind=PartyKind.ORGANIZATION)
    seats = seats_of([(A, unit)], ())
    assert [seat.said for seat in seats][:2] == [
        "大水桥合作社负责人或代理人签名",
        "大水桥合作社公章",
    ]
    hand_only = [
        Hand(role=SignerRole.REPRESENTATIVE, signer="王社长", method=SignatureMethod.SIGNATURE, on=M1, party_id=A),
        *hands(M1, M1, M1, M1)[2:],
    ]  # fmt: skip
    assert [seat.said for seat in stand(seats, hand_only).missing] == ["大水桥合作社公章"]
    stamp = Hand(role=SignerRole.PARTY, signer="大水桥合作社", method=SignatureMethod.STAMP, on=M5, party_id=A)  # fmt: skip
    assert stand(seats, [*hand_only, stamp]).effective_on == M5


@pytest.mark.parametrize("age", [6, 15, 17])
def test_民法典19条20条_未成年人由监护人签(age):
    child = PartySeen(name="小才让", age=age, representatives=(("才让父亲", Rep.GUARDIAN),))
    seats = seats_of([(A, child)], ())
    assert seats[0].said == "小才让的监护人签名"
    alone = Hand(role=SignerRole.PARTY, signer="小才让", method=SignatureMethod.FINGERPRINT, on=M1, party_id=A)  # fmt: skip
    guardian = Hand(role=SignerRole.GUARDIAN, signer="才让父亲", method=SignatureMethod.SIGNATURE, on=M3, party_id=A)  # fmt: skip
    rest = hands(M1, M1, M1, M1)[2:]
    assert stand(seats, [alone, *rest]).effective_on is None
    assert stand(seats, [alone, guardian, *rest]).effective_on == M3


def test_S28_没有特别授权的代理人不能签调解协议(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    proxy = hand(SignerRole.REPRESENTATIVE, "代理人", M1, file.parties["旦正"])
    with pytest.raises(Incomplete, match="特别授权"):
        sign(file, agreement_id, proxy)
    assert file.database  # nothing was stored
    with file.database.read() as session:
        assert session.query(AgreementSignature).count() == 0


def test_S30_只按指印要写明代书宣读人_建议两名调解员():
    thumb = {"role": "party", "signer": "才旦", "method": "fingerprint", "written_by": None}
    alone = list(cautions([AgreementSignature(**thumb)], ["扎西多杰"]))
    assert len(alone) == 2
    assert "代书并宣读" in alone[0]
    read = [AgreementSignature(**thumb | {"written_by": "完玛"})]
    assert list(cautions(read, ["扎西多杰", "完玛"])) == []


def test_S99_先行协议不结束案件_S102_程序约定不起算司法确认(file):
    conclude_fully(file, day=M1, kind=AgreementKind.PROCESS)
    assert file.read(lambda case: case.stage) == Stage.OFFICE_HOURS
    assert "T02" not in {term.code for term in file.rows(Deadline)}
    conclude_fully(file, day=M1, kind=AgreementKind.INTERIM)
    assert file.read(lambda case: case.stage) == Stage.OFFICE_HOURS
    assert "T02" in {term.code for term in file.rows(Deadline)}


def test_旧稿的义务不能登记履行(file):
    agreement_id = draft(file, on=M1)
    old = file.database
    with old.read() as session:
        line = session.query(Obligation).first()
    draft(file, replace(WORDS, facts="改过"), agreement_id=agreement_id, on=M1)
    with pytest.raises(NotFound, match="旧稿"):
        file.say(
            FulfillObligation,
            obligation_id=line.id,
            on=M1,
            amount_fen=1,
            is_whole=False,
            proof="收条",
        )


@pytest.mark.parametrize("word", ["才\ue863", "𲎯", "\u202e"])
def test_打不出的字在写的时候就说(file, word):
    with pytest.raises(Incomplete, match="第1条：字形无法打印"):
        draft(file, replace(WORDS, clauses=(word,)), on=M1)


def test_签字以后原文不能再改_改动另起一份(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    sign(file, agreement_id, party_hand(file, "才旦", M1))
    with pytest.raises(NotNow, match="另起一份"):
        draft(file, agreement_id=agreement_id, on=M3)


def test_改稿是新的一稿_旧稿还在(file):
    agreement_id = draft(file, on=M1)
    changed = type(WORDS)(facts="改过的事实", clauses=WORDS.clauses)
    draft(file, changed, agreement_id=agreement_id, seen_revision=1, on=M1)
    draft(file, changed, agreement_id=agreement_id, seen_revision=2, on=M1)
    with file.database.read() as session:
        texts = [text.facts for text in session.query(AgreementRevision).order_by("revision")]
    assert texts == [WORDS.facts, "改过的事实"]


def test_打开旧稿再存会提醒(file):
    agreement_id = draft(file, on=M1)
    draft(file, type(WORDS)(facts="别人的"), agreement_id=agreement_id, seen_revision=1, on=M1)
    with pytest.raises(Stale, match="新的一稿"):
        draft(file, type(WORDS)(facts="我的"), agreement_id=agreement_id, seen_revision=1, on=M1)


def test_S46_协议早于受理要说出两个日期(file):
    early = date(2026, 2, 20)
    agreement_id = draft(file, on=M1)
    with pytest.raises(Incomplete, match=r"2026-02-20早于受理日期2026-03-01"):
        finalize(file, agreement_id, on=early)


def test_不能登记将来的签字(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    with pytest.raises(Incomplete, match="还没有到"):
        sign(file, agreement_id, party_hand(file, "才旦", date(2027, 3, 1)))


def test_S45_第二份协议的编号带序号(file):
    first, second = draft(file, on=M1), draft(file, on=M1)
    assert row(file, first).number == "（2026）共倒人调字第1号"
    assert row(file, second).number == "（2026）共倒人调字第1号-2"


def test_没有受理就不能写协议(database, world, bus):
    fresh = open_case(database, world, bus, stage=Stage.INTAKE, accepted_on=None)
    with pytest.raises(NotNow, match="受理"):
        draft(fresh)


def test_结案以后报来的签字照收_标明迟到(file):
    agreement_id = draft(file, on=M1)
    finalize(file, agreement_id, on=M1)
    with file.database.write() as session:
        case = file.load(session)
        case.stage, case.outcome, case.closed_on = Stage.CLOSED, "settled", M3
    sign(file, agreement_id, party_hand(file, "才旦", M1))
    assert file.last()["late"] is True


@given(order=st.permutations(range(4)))
def test_签字先后不影响生效日(order):
    some = hands(M1, M3, M3 + timedelta(1), M5)
    assert stand(SEATS, [some[i] for i in order]).effective_on == M5
