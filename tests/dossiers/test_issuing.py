"""Papers: printed once, kept by their hash, superseded by new versions, checked by anybody."""

import hashlib
import io
import json
import re
import subprocess
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pikepdf
import pytest

from app.cases.model import Case
from app.cases.parties import Party
from app.dossiers.codes import read_code, shown
from app.dossiers.commands import RecordPrint
from app.dossiers.contents import contents_of, missing_papers
from app.dossiers.enums import PaperState
from app.dossiers.model import IssuedPaper, PaperPrint
from app.dossiers.pressing import issue
from app.dossiers.register import check_file, entry_of, find_by_code, masked_name
from app.dossiers.sealing import code_key
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow, Stale
from documents.voucher import CODE_ALPHABET
from documents.voucher import check as check_voucher
from tests.agreements.table import WORDS, conclude_fully, draft, finalize
from tests.dossiers.desk import DAY, bytes_of, issued, wish
from tests.world import COUNTY, VILLAGE


def words_of(pdf):
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return re.sub(r"\s", "", done.stdout.decode())


def check(file, pdf, keys):
    with file.database.read() as session:
        return check_file(session, pdf, keys)


@pytest.fixture
def agreement_id(file):
    return conclude_fully(file)


def test_人民调解法28条29条_协议书写明当事人事实内容和份数(file, keys, agreement_id):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    said = words_of(bytes_of(file, paper.sha256))
    for words in (
        "人民调解协议书", "（2026）共倒人调字第1号", "才旦", "旦正", "138****1234", "啃食才旦的草场",
        "看管不严", "1,020元（大写：壹仟零贰拾元整）", "修好网围栏", "一式三份", "2026年3月5日", "扎西多杰", "马文祥",
    ):  # fmt: skip
        assert words in said, words
    assert "13897041234" not in said
    assert paper.copies == 3


def test_没有写详细住址的_协议书写所在的乡镇和村(file, keys, agreement_id):
    with file.database.write() as session:
        for party_id in file.parties.values():
            party = session.get_one(Party, (COUNTY, party_id))
            party.address, party.area_code = None, VILLAGE
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    assert words_of(bytes_of(file, paper.sha256)).count("倒淌河镇甲乙村") == len(file.parties)


def test_出具后有哈希_页数_核验码_签章(file, keys, agreement_id):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    pdf = bytes_of(file, paper.sha256)
    assert hashlib.sha256(pdf).hexdigest() == paper.sha256
    assert (paper.state, paper.version, paper.signature_count) == (PaperState.SEALED, 1, 2)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == paper.pages
    assert read_code(paper.verification_code) == paper.verification_code
    answer = check(file, pdf, keys)
    assert answer.valid, answer
    assert (answer.register, answer.problems) == ("known", ())
    assert [one.role for one in answer.signatures] == ["system", "seal"]


def test_S56_打印件不带印章图样_盖章处留空(file, keys, agreement_id):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    frozen = bytes_of(file, paper.frozen_sha256)
    with pikepdf.open(io.BytesIO(frozen)) as opened:
        assert "/AcroForm" not in opened.Root
    answer = check(file, frozen, keys)
    assert (answer.valid, answer.register) == (False, "known")
    assert "纸质原件" in answer.verdict


def test_不盖章的文书与登记一致就通过(file, keys):
    paper = issued(file, keys, "application_form")
    answer = check(file, bytes_of(file, paper.sha256), keys)
    assert (answer.valid, answer.register, answer.signatures) == (True, "known", ())


def test_S6_身份关系的协议只有纸质件(file, keys):
    wording = replace(WORDS, clauses=("双方同意解除收养关系", *WORDS.clauses))
    paper = issued(file, keys, "mediation_agreement", conclude_fully(file, wording=wording))
    assert (paper.state, paper.signature_count) == (PaperState.FROZEN, 0)
    assert paper.sha256 == paper.frozen_sha256
    assert "司法确认" not in words_of(bytes_of(file, paper.sha256))


@pytest.mark.parametrize("flip", [200, 5000, -400])
def test_S55_改动一个字节就验证不通过(file, keys, agreement_id, flip):
    pdf = bytearray(bytes_of(file, issued(file, keys, "mediation_agreement", agreement_id).sha256))
    pdf[flip] ^= 1
    answer = check(file, bytes(pdf), keys)
    assert not answer.valid
    assert answer.register == "unknown"


def test_S55_在后面添加内容验证不通过(file, keys, agreement_id):
    pdf = bytes_of(file, issued(file, keys, "mediation_agreement", agreement_id).sha256)
    assert not check(file, pdf + b"\n%more\n", keys).valid


def test_退回到盖章以前的版本验证不通过(file, keys, agreement_id):
    pdf = bytes_of(file, issued(file, keys, "mediation_agreement", agreement_id).sha256)
    cut = pdf[: pdf[:-10].rindex(b"%%EOF") + 6]
    answer = check(file, cut, keys)
    assert not answer.valid
    assert answer.register == "unknown"


def test_别的调委会的密钥签的不算(file, keys, agreement_id, tmp_path):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    with file.database.write() as session:
        session.delete(session.get_one(IssuedPaper, (COUNTY, paper.id)))
    forged = issued(file, tmp_path / "stranger", "mediation_agreement", agreement_id)
    pdf = bytes_of(file, forged.sha256)
    assert not check(file, pdf, keys).valid


@pytest.mark.parametrize(
    "pdf",
    [b"", b"hello", b"%PDF-1.7\n%%EOF", "不是文书".encode()],
    ids=["空", "文字", "残缺", "中文"],
)
def test_不是文书的文件说清楚不通过(file, keys, agreement_id, pdf):
    issued(file, keys, "mediation_agreement", agreement_id)
    answer = check(file, pdf, keys)
    assert not answer.valid
    assert "请勿采信" in answer.verdict


def test_重新出具是新版本_旧版本还在但注明(file, keys, agreement_id):
    first = issued(file, keys, "mediation_agreement", agreement_id)
    second = issued(file, keys, "mediation_agreement", agreement_id)
    assert second.version == 2
    old = bytes_of(file, first.sha256)
    answer = check(file, old, keys)
    assert (answer.valid, answer.register) == (False, "superseded")
    assert "新版本" in answer.verdict
    assert check(file, bytes_of(file, second.sha256), keys).valid


def test_双击只出具一次(file, keys, agreement_id):
    key = uuid4()
    first = issued(file, keys, "mediation_agreement", agreement_id, key=key)
    again = issued(file, keys, "mediation_agreement", agreement_id, key=key)
    assert first.id == again.id
    assert len(file.rows(IssuedPaper)) == 1


def test_双击同时打印了两次也只留一份(file, keys, agreement_id, monkeypatch):
    monkeypatch.setattr("app.dossiers.pressing.recall", lambda *_: None)
    key = uuid4()
    first = issued(file, keys, "mediation_agreement", agreement_id, key=key)
    assert issued(file, keys, "mediation_agreement", agreement_id, key=key).id == first.id


def test_打印时内容变了就不出具(file, keys, agreement_id):
    command = wish(file, "acceptance_form")
    from app.dossiers.press import Wish, press  # noqa: PLC0415 (one test)

    with file.database.read() as session:
        wished = Wish("acceptance_form", file.id, DAY, command.actor_id)
        pressed = press(session, file.load(session), wished, keys=keys, now=file.bus.clock.now())
    with file.database.write() as session:
        session.get_one(Case, (COUNTY, file.id)).summary = "改过的情况"
    with pytest.raises(Stale, match="变化"):
        file.bus.execute(replace(command, pressed=pressed))


def test_没有定稿不能出具协议书(file, keys):
    with pytest.raises(NotNow, match="定稿"):
        issued(file, keys, "mediation_agreement", draft(file))


@pytest.mark.parametrize("name", ["才\ue863", "才\u202e旦", "才𲎯"])
def test_打不出的字不印成方框(file, keys, name):
    with file.database.write() as session:
        session.get_one(Party, (COUNTY, file.parties["才旦"])).name = name
    with pytest.raises(Incomplete, match="字形无法打印"):
        issued(file, keys, "acceptance_form")


def test_卷内缺什么(file, keys, agreement_id):
    with file.database.read() as session:
        case = file.load(session)
        missing = {line.entry.code for line in missing_papers(session, case)}
    assert {"acceptance_form", "rights_notice", "identity_documents", "mediation_agreement"} <= missing  # fmt: skip
    issued(file, keys, "acceptance_form")
    issued(file, keys, "mediation_agreement", agreement_id)
    with file.database.read() as session:
        case = file.load(session)
        left = {line.entry.code for line in missing_papers(session, case)}
    assert missing - left == {"acceptance_form", "mediation_agreement"}


def test_S47_两份协议各要一份协议书(file, keys, agreement_id):
    issued(file, keys, "mediation_agreement", agreement_id)
    second = draft(file, on=DAY)
    finalize(file, second, on=DAY)
    with file.database.read() as session:
        lines = contents_of(session, file.load(session))
        lines = [line for line in lines if line.entry.code == "mediation_agreement"]
    assert [(line.about, line.state) for line in lines] == [
        ("（2026）共倒人调字第1号", "sealed"),
        ("（2026）共倒人调字第1号-2", "missing"),
    ]


def test_打印记到第几份(file, keys, agreement_id):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    assert file.say(RecordPrint, paper_id=paper.id, count=3, on=DAY) == 3
    assert file.say(RecordPrint, paper_id=paper.id, count=1, on=DAY) == 4
    with file.database.read() as session:
        numbers = [row.copy_number for row in session.query(PaperPrint).order_by("copy_number")]
    assert numbers == [1, 2, 3, 4]


@pytest.mark.parametrize("name", ["仁青", "管理员"])
def test_没有权限的人不能出具(file, keys, name):
    with pytest.raises((NotAllowed, NotFound)):
        issue(file.bus, wish(file, "acceptance_form", by=name), keys)


def test_看不见案件的人什么也不知道(file, keys):
    with pytest.raises(NotFound):
        issue(file.bus, wish(file, "acceptance_form", by="韩玉梅"), keys)


def test_公开核验只说不涉及隐私的(file, keys, agreement_id):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    with file.database.read() as session:
        found = find_by_code(session, paper.verification_code)
        entry = entry_of(session, found)
    assert entry.parties == ("才*", "旦*")
    assert (entry.title, entry.is_superseded) == ("人民调解协议书", False)
    assert masked_name("才让卓玛") == "才**"


def test_核验码怎样抄都认得_抄错一个字能发现(file, keys, agreement_id):
    code = issued(file, keys, "mediation_agreement", agreement_id).verification_code
    for typed in (
        code,
        shown(code),
        shown(code).lower(),
        f" {code[:5]} {code[5:]} ",
        code.replace("0", "O"),
    ):
        assert read_code(typed) == code
    for place in range(10):
        for sign in CODE_ALPHABET:
            wrong = code[:place] + sign + code[place + 1 :]
            assert (read_code(wrong) is None) == (wrong != code)


def test_二维码不联网也能核对_说的是同一份(file, keys, agreement_id):
    paper = issued(file, keys, "mediation_agreement", agreement_id)
    with pikepdf.open(io.BytesIO(bytes_of(file, paper.sha256))) as pdf:
        (attached,) = pdf.attachments.values()
        said = json.loads(attached.get_file().read_bytes())["qr_text"]
    voucher = check_voucher(said, code_key(keys).public_key())
    assert (voucher.number, voucher.pages, voucher.fen) == (paper.number, paper.pages, 102000)
    assert voucher.names == ("才*", "旦*")
    assert read_code(said) == paper.verification_code


PLAIN = ["acceptance_form", "application_form", "intake_receipt", "rights_notice"]


@pytest.mark.parametrize("code", [*PLAIN, "termination_notice"])
def test_各种文书都能出具(file, keys, code):
    paper = issued(file, keys, code)
    assert paper.pages >= 1
    assert "才旦" in words_of(bytes_of(file, paper.sha256))


def test_外来材料不由系统打印(file, keys):
    with pytest.raises(NotNow, match="上传"):
        issued(file, keys, "evidence")


def test_没有这种文书(file, keys):
    with pytest.raises(NotFound, match="人民调解协议书"):
        issued(file, keys, "nothing")


def test_案件日期(file, keys):
    paper = issued(file, keys, "acceptance_form")
    assert paper.dated_on == date(2026, 3, 1)
