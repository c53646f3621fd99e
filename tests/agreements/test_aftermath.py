"""人民调解法 31–33 条: fulfillment, urging, judicial confirmation."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from app.agreements.aftermath import Fulfillment, JudicialConfirmation
from app.agreements.commands import (
    ApplyForConfirmation,
    DraftAgreement,
    FulfillObligation,
    RecordConfirmation,
    UrgeObligation,
)
from app.agreements.enums import ConfirmationResult, UrgingOutcome, UrgingWay
from app.agreements.model import Obligation
from app.deadlines.model import Deadline
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from tests.agreements.table import WORDS, conclude_fully, draft, row

COURT = "共和县人民法院"


def lines(file, agreement_id):
    with file.database.read() as session:
        found = session.query(Obligation).filter_by(agreement_id=agreement_id)
        return found.order_by(Obligation.ordinal).all()


def fulfill(file, line, on, amount_fen=None, *, is_whole=False, **said):
    return file.say(
        FulfillObligation, obligation_id=line.id, on=on, amount_fen=amount_fen,
        is_whole=is_whole, proof="收条", **said,
    )  # fmt: skip


def apply(file, agreement_id, on, names=("才旦", "旦正")):
    ids = tuple(file.parties[name] for name in names)
    return file.say(
        ApplyForConfirmation, agreement_id=agreement_id, party_ids=ids, court=COURT, on=on
    )


def test_人民调解法31条_分次付清才算履行(file):
    money, fence = lines(file, conclude_fully(file))
    fulfill(file, money, date(2026, 4, 1), 50000)
    assert lines(file, money.agreement_id)[0].fulfilled_on is None
    fulfill(file, money, date(2026, 5, 20), 52000)
    assert lines(file, money.agreement_id)[0].fulfilled_on == date(2026, 5, 20)
    promise = next(t for t in file.rows(Deadline) if t.subject_id == money.id)
    assert (promise.state, promise.ended_on) == ("done", date(2026, 5, 20))
    other = next(t for t in file.rows(Deadline) if t.subject_id == fence.id)
    assert other.state == "open"


def test_全部履行留下一个脚印(file):
    money, fence = lines(file, conclude_fully(file))
    fulfill(file, fence, date(2026, 4, 30), is_whole=True)
    assert "agreement:fulfilled" not in file.trail()
    fulfill(file, money, date(2026, 5, 20), 102000)
    assert file.trail().count("agreement:fulfilled") == 1


def test_双击只登记一次履行(file):
    money, _ = lines(file, conclude_fully(file))
    key = uuid4()
    first = fulfill(file, money, date(2026, 4, 1), 50000, key=key)
    assert fulfill(file, money, date(2026, 4, 1), 50000, key=key) == first
    with file.database.read() as session:
        assert session.query(Fulfillment).count() == 1


def test_别的案件的义务找不到(file, database, world, bus):
    from tests.case_file import open_case  # noqa: PLC0415 (one test)

    money, _ = lines(file, conclude_fully(file))
    other = open_case(database, world, file.bus, file_number="（2026）共倒人调字第2号")
    with pytest.raises(NotFound):
        fulfill(other, money, date(2026, 4, 1), 100)


def test_S40_催促有记录(file):
    money, _ = lines(file, conclude_fully(file))
    file.say(
        UrgeObligation, obligation_id=money.id, on=date(2026, 5, 25), way=UrgingWay.TELEPHONE,
        outcome=UrgingOutcome.PROMISED, said="卖了羊就付", promised_on=date(2026, 6, 10),
    )  # fmt: skip
    assert file.last() == {
        "agreement_id": str(money.agreement_id), "number": "（2026）共倒人调字第1号", "revision": 1,
        "effective_on": "2026-03-05", "obligation": 1, "outcome": "promised",
    }  # fmt: skip


def test_S3_人民调解法33条_最后一天可以申请(file):
    agreement_id = conclude_fully(file)
    apply(file, agreement_id, date(2026, 4, 7))
    with file.database.read() as session:
        found = session.query(JudicialConfirmation).one()
    assert (found.last_day, found.result) == (date(2026, 4, 7), ConfirmationResult.PENDING)
    window = next(t for t in file.rows(Deadline) if t.code == "T02")
    assert window.state == "done"


def test_S3_人民调解法33条_过了最后一天不能申请(file):
    with pytest.raises(NotNow, match="2026-04-07"):
        apply(file, conclude_fully(file), date(2026, 4, 8))


def test_同一份协议不重复申请(file):
    agreement_id = conclude_fully(file)
    apply(file, agreement_id, date(2026, 3, 9))
    with pytest.raises(NotNow, match="已经登记过"):
        apply(file, agreement_id, date(2026, 3, 9))


def test_法院答复不能是审查中(file):
    agreement_id = conclude_fully(file)
    apply(file, agreement_id, date(2026, 3, 9))
    with pytest.raises(Incomplete, match="请选择法院的答复"):
        file.say(
            RecordConfirmation, agreement_id=agreement_id, result=ConfirmationResult.PENDING,
            on=date(2026, 3, 20),
        )  # fmt: skip


def test_S18_一方申请不行(file):
    with pytest.raises(Incomplete, match="还缺：旦正"):
        apply(file, conclude_fully(file), date(2026, 3, 9), names=("才旦",))


def test_S6_身份关系不能申请(file):
    wording = replace(WORDS, clauses=("双方同意离婚", *WORDS.clauses))
    with pytest.raises(NotNow, match="身份关系"):
        apply(file, conclude_fully(file, wording=wording), date(2026, 3, 9))
    assert "T02" not in {term.code for term in file.rows(Deadline)}


def test_未生效不能申请(file):
    with pytest.raises(NotNow, match="没有生效"):
        apply(file, draft(file), date(2026, 3, 9))


def test_S39_法院驳回后可另立一份并连着原协议(file):
    agreement_id = conclude_fully(file)
    apply(file, agreement_id, date(2026, 3, 9))
    file.say(
        RecordConfirmation, agreement_id=agreement_id, result=ConfirmationResult.DISMISSED,
        court_number="（2026）青2521民特3号", on=date(2026, 3, 20),
    )  # fmt: skip
    again = file.say(DraftAgreement, wording=WORDS, parent_id=agreement_id, on=date(2026, 3, 21))
    assert row(file, again).parent_id == agreement_id


@pytest.mark.parametrize("name", ["仁青", "马文祥", "管理员"])
def test_没有权限的人不能写协议(file, name):
    with pytest.raises((NotAllowed, NotFound)):
        file.say(DraftAgreement, by=name, wording=WORDS)


@pytest.mark.parametrize("name", ["韩玉梅", "外县人"])
def test_看不见案件的人得到没有找到(file, name):
    with pytest.raises(NotFound):
        file.say(DraftAgreement, by=name, wording=WORDS)
