"""不予处罚申请书 (PAPERS ⑱, 程序规定 186 条): of a case the police sent, after all is fulfilled."""

from datetime import date

import pytest

from app.agreements.aftermath import Fulfillment
from app.agreements.commands import FulfillObligation, WithdrawFulfillment
from app.agreements.model import Obligation
from app.cases.enums import Channel
from app.cases.model import Case
from app.dossiers.commands import TellPaperWords
from app.dossiers.contents import contents_of
from app.dossiers.subjects import newest_subject
from app.kernel.errors import NotNow
from tests.agreements.table import conclude_fully
from tests.dossiers.desk import bytes_of, issued
from tests.dossiers.test_issuing import words_of
from tests.world import COUNTY

CODE, DAY, PAID_ON = "no_penalty_application", date(2026, 3, 5), date(2026, 3, 9)
PROOF = "fulfillment_proof"


@pytest.fixture
def sent(file):
    """A case that a police station sent, with an agreement in force."""
    conclude_fully(file, day=DAY)
    with file.database.write() as session:
        case = session.get_one(Case, (COUNTY, file.id))
        case.channel, case.referral_body = Channel.POLICE, "共和县公安局倒淌河派出所"
        case.referral_letter = "共公倒移〔2026〕8号"
    return file


def fulfill(file):
    with file.database.read() as session:
        duties = [(row.id, row.amount_fen) for row in session.query(Obligation)]
    for duty, fen in duties:
        done = {"obligation_id": duty, "amount_fen": fen, "is_whole": True, "proof": "收条"}
        file.say(FulfillObligation, **done, on=PAID_ON)


def listed(file):
    return [line for line in file.read_with(contents_of) if line.entry.code == CODE]


def test_程序规定186条_全部履行以后_双方书面申请公安机关认可(sent, keys):
    assert listed(sent) == []
    with pytest.raises(NotNow, match="还没有全部履行"):
        sent.read_with(lambda session, case: newest_subject(session, case, CODE))
    fulfill(sent)
    (line,) = listed(sent)
    assert not line.is_required, "申请出于双方自愿，不是卷内必须有的"
    words = (("attachments", "人民调解协议书1份\n收条1份"),)
    sent.say(TellPaperWords, code=CODE, subject_id=line.subject_id, words=words)
    said = words_of(bytes_of(sent, issued(sent, keys, CODE, line.subject_id).sha256))
    for part in (
        "共和县公安局倒淌河派出所：",
        "才旦、旦正之间的",
        "共公倒移〔2026〕8号",
        "2026年3月5日",
        "已于2026年3月9日全部履行",
        "第一百八十六条",
        "2．收条1份",
    ):
        assert part in said, (part, said)


def test_履行登记撤回的_不能再出具_已经出具的留着并注明(sent, keys):
    fulfill(sent)
    (line,) = listed(sent)
    words = (("attachments", "收条1份"),)
    sent.say(TellPaperWords, code=CODE, subject_id=line.subject_id, words=words)
    frozen = issued(sent, keys, CODE, line.subject_id).sha256
    with sent.database.read() as session:
        row = session.query(Fulfillment).filter(Fulfillment.amount_fen.is_not(None)).one().id
    receipt = (("witnesses", "完玛"),)
    sent.say(TellPaperWords, code=PROOF, subject_id=row, words=receipt)
    issued(sent, keys, PROOF, row)
    sent.say(WithdrawFulfillment, fulfillment_id=row, because="没有到账", on=PAID_ON)
    told = {one.entry.code: one for one in sent.read_with(contents_of) if one.paper}
    assert told[CODE].paper.sha256 == frozen
    assert "没有全部履行" in told[CODE].about
    assert told[PROOF].about == "这次履行登记已撤回"
    assert not told[PROOF].is_required
    with pytest.raises(NotNow, match="已经撤回，不能出具"):
        issued(sent, keys, PROOF, row)
    with pytest.raises(NotNow, match="还没有全部履行"):
        sent.read_with(lambda session, case: newest_subject(session, case, CODE))


def test_不是公安机关移送的案件没有这份文书(sent):
    fulfill(sent)
    with sent.database.write() as session:
        session.get_one(Case, (COUNTY, sent.id)).channel = Channel.APPLICATION
    assert listed(sent) == []
