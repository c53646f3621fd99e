"""Papers that want a few words which the case does not know: asked once, filled in, printed."""

import json
from datetime import date

import pytest

from app.agreements.commands import FulfillObligation
from app.agreements.model import Agreement, Obligation
from app.cases.enums import Organ, RepresentativeKind
from app.cases.handover_commands import JoinPartner, PartnerRole, ReferCase
from app.cases.model import Case
from app.cases.parties import Party, Representative
from app.cases.records import Acceptance
from app.dossiers.commands import TellPaperWords
from app.dossiers.contents import contents_of, other_papers
from app.dossiers.subjects import newest_subject
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from tests.agreements.table import conclude_fully
from tests.agreements.test_pages import fields
from tests.dossiers.desk import bytes_of, issued
from tests.dossiers.test_hearing import session_of
from tests.dossiers.test_issuing import words_of
from tests.world import COUNTY, NOW

EVIDENCE = json.dumps(
    [["草原承包合同", "才旦", "1份2页", "草场四至", "复印件", ""], ["", "", "", "", "", ""]]
)
ASKED = {  # code → what was told, what must stand on the paper
    "identity_documents": ({}, "旦正 居民身份证 与原件核对无异"),
    "authority_letter": ({"particulars": "甲乙村二社"}, "才旦 拉毛 夫妻 特别授权 代为达成调解协议并签名 本次调解结束"),
    "guardian_record": ({"proof": "户口簿复印件1份"}, "卓玛 父女 限制民事行为能力人 第十九条 父母 户口簿复印件1份"),
    "evidence_index": ({"items": EVIDENCE}, "草原承包合同 1份2页 草场四至 复印件"),
    "delivery_receipt": ({"papers": "调解通知书\n权利义务告知书"}, "旦正 2．权利义务告知书 当面交给本人 共和县倒淌河镇甲乙"),
    "joint_record": ({"partner_mediators": "多杰"}, "兴海县河卡镇人民调解委员会 多杰 主办 羊过界三次"),
    "fulfillment_proof": ({"witnesses": "完玛"}, "今收到旦正 支付草料损失赔偿款 人民币500元（大写：伍佰元整） 部分履行 完玛"),
    "referral_letter": ({"is_agreed": "no", "materials": "登记表1份"}, "共和县人民政府 要现场勘界 1．登记表1份 共委〔2026〕3号"),
    "referral_reply": ({"result": "经一次调解，达成协议。"}, "共和县人民法院 委调12号 已予受理 达成协议"),
    "withdrawal": ({"reason": "双方已自行和解。"}, "现因双方已自行和解，自愿撤回"),
    "address_confirmation": ({"recipients": "旦正：旦增"}, "13897041234 旦增 共和县人民法院"),
    "file_statement": ({"statement": "齐全。", "inspector": "李主任"}, "齐全。 李主任"),
}  # fmt: skip


@pytest.fixture
def full(file):
    """A case with an agent, a ward, a payment, a referral, a partner and a letter from the court."""
    session_of(file)
    agreement = conclude_fully(file, day=date(2026, 3, 5))
    with file.database.write() as session:
        case = session.get_one(Case, (COUNTY, file.id))
        case.referral_body, case.referral_letter = "共和县人民法院", "（2026）青2521委调12号"
        said = {
            "is_accepted": True,
            "on": case.accepted_on,
            "decided_by": file.world.users["马文祥"],
        }
        session.add(Acceptance(county_id=COUNTY, case_id=file.id, decided_at=NOW, **said))
        session.get_one(Party, (COUNTY, file.parties["旦正"])).age = 12
        for name, kind, whose, relation in (
            ("拉毛", RepresentativeKind.AGENT_SPECIAL, "才旦", "夫妻"),
            ("卓玛", RepresentativeKind.GUARDIAN, "旦正", "父女"),
        ):
            person = Representative(
                county_id=COUNTY, id=new_id(), party_id=file.parties[whose], name=name, kind=kind,
                relation=relation,
            )  # fmt: skip
            session.add(person)
        lines = session.query(Obligation).filter_by(agreement_id=agreement).order_by("ordinal")
        duty = lines.first().id
        assert session.get_one(Agreement, (COUNTY, agreement)).effective_on
    file.say(FulfillObligation, obligation_id=duty, amount_fen=50_000, is_whole=False, proof="收条", on=date(2026, 3, 6))  # fmt: skip
    file.say(ReferCase, organ=Organ.COUNTY_GOVERNMENT, because="要现场勘界。", letter="共委〔2026〕3号",
             recipient="共和县人民政府")  # fmt: skip
    file.say(JoinPartner, partner="兴海县河卡镇人民调解委员会", partner_county="兴海县", role=PartnerRole.ASSIST, contact=None)  # fmt: skip
    return file


def subject_of(file, code):
    return file.read_with(lambda session, case: newest_subject(session, case, code))


def test_每份文书只问案件里没有的几句话_其余从案件里取(full, keys):
    for code, (told, said) in ASKED.items():
        subject = subject_of(full, code)
        if told:
            full.say(TellPaperWords, code=code, subject_id=subject, words=tuple(told.items()))
        paper = issued(full, keys, code, subject)
        printed = words_of(bytes_of(full, paper.sha256))
        for words in said.split():
            assert words in printed, (code, words, printed)
    lines = full.read_with(contents_of)
    missing = {line.entry.code for line in lines if line.is_missing}
    assert not missing & {"authority_letter", "guardian_record", "fulfillment_proof"}
    assert "identity_documents" in missing, "另一位当事人的还没有"


def test_没有填的话一样一样说出来(full, keys):
    with pytest.raises(Incomplete, match="还要填") as refused:
        issued(full, keys, "delivery_receipt", full.parties["才旦"])
    assert "送达的文书" in str(refused.value)


def test_不在清单上的文书也能出具(full):
    others = full.read_with(lambda s, case: other_papers(s, case, contents_of(s, case)))
    codes = [line.entry.code for line in others]
    assert codes.count("delivery_receipt") == len(full.parties)
    assert {"withdrawal", "evidence_index", "file_statement", "intake_receipt"} <= set(codes)


def test_文书页上填几句话就出具_缺的说缺什么_填过的记住(full, as_user, flask, keys):
    keys.mkdir(exist_ok=True)
    (flask.extensions["sizhen.config"].home / "committee").symlink_to(keys)
    client, here = as_user("扎西多杰"), f"/cases/{full.id}/papers"
    assert "还可以出具别的文书" in client.get(here).text
    path = f"{here}/words?code=delivery_receipt&subject_id={full.parties['旦正']}"
    page = client.get(path)
    assert "共和县倒淌河镇甲乙村" in page.text, "住址从案件里取"
    form = fields(page.text) | {"place": "甲乙村", "manner": "当面", "papers": ""}
    refused = client.post(path, data=form)
    assert (refused.status_code, "当面" in refused.text) == (422, True)
    taken = client.post(path, data=form | {"papers": "调解通知书"})
    assert taken.status_code == 303, taken.text
    assert "调解通知书" in client.get(path).text
    table = f"{here}/words?code=evidence_index&subject_id={full.id}"
    form = fields(client.get(table).text) | {"items-0-c0": "照片", "items-0-c1": "才旦"}
    assert client.post(table, data=form).status_code == 303
    assert 'value="照片"' in client.get(table).text
