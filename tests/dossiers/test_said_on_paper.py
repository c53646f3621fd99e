"""What real words become on paper: sentences that go on, people told apart, nothing said twice."""

from datetime import date, time

import pytest

from app.cases.enums import RepresentativeKind
from app.cases.parties import Party, Representative
from app.cases.records import Closure
from app.dossiers.binding import bind
from app.dossiers.commands import TellPaperWords
from app.dossiers.mapping.inquiry import told_apart
from app.dossiers.subjects import newest_subject
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.meetings.consultation_records import ConsultedBody
from app.meetings.model import InquiryRecord
from tests.agreements.table import conclude_fully
from tests.dossiers.desk import bytes_of, issued
from tests.dossiers.test_hearing import session_of
from tests.dossiers.test_issuing import words_of
from tests.world import COUNTY, NOW

DAY = date(2026, 3, 4)


def asked(file, name="尕藏", details="男，58岁，回族，农民，甲乙村三社，13812345678"):
    row = InquiryRecord(
        county_id=COUNTY, id=new_id(), case_id=file.id, on=DAY, starts=time(8, 0), place="牧场",
        inquirers="扎西多杰、完玛", recorder="完玛", asked=name, relation="邻居", details=details,
        text="问：看见了吗？\n答：看见了。", recorded_by=file.world.users["扎西多杰"], recorded_at=NOW,
    )  # fmt: skip
    with file.database.write() as session:
        session.add(row)
    return row.id


def closed(file, outcome, reason):
    with file.database.write() as session:
        session.add(
            Closure(
                county_id=COUNTY, case_id=file.id, outcome=outcome, on=DAY, reason=reason,
                remedies_told_on=DAY, closed_by=file.world.users["扎西多杰"], closed_at=NOW,
            )
        )  # fmt: skip
        case = file.load(session)
        case.outcome, case.stage, case.closed_on = outcome, "closed", DAY


def on_paper(file, keys, code, subject_id=None):
    return words_of(bytes_of(file, issued(file, keys, code, subject_id).sha256))


SAID_IN_ONE_LINE = {
    "男，58岁，回族，农民，石头坡村三社5号": "gender 男 age 58 ethnicity 回族 occupation 农民 address 石头坡村三社5号",
    "女、41、藏族、牧民、住共和县切吉乡": "gender 女 age 41 ethnicity 藏族 occupation 牧民 address 共和县切吉乡",
    "村支书，黑科村，电话13812345678": "occupation 村支书 address 黑科村 phone 13812345678",
    "": "",
}


@pytest.mark.parametrize("details", SAID_IN_ONE_LINE)
def test_被调查人的情况分到各格里(details):
    words = SAID_IN_ONE_LINE[details].split()
    assert told_apart(details) == dict(zip(words[::2], words[1::2], strict=True))


def test_调查记录的格子都填上_改填的算数(file, keys):
    inquiry = asked(file)
    said = on_paper(file, keys, "inquiry_record", inquiry)
    for words in ("男", "58", "回族", "农民", "13812345678", "甲乙村三社"):
        assert words in said, words
    words = (("occupation", "护林员"), ("attendees", "韩玉梅、完玛"), ("read_aloud_in", "藏语"), ("interpreter", "仁青"))  # fmt: skip
    file.say(TellPaperWords, code="inquiry_record", subject_id=inquiry, words=words)
    said = on_paper(file, keys, "inquiry_record", inquiry)
    for words in ("护林员", "韩玉梅、完玛", "已用藏语宣读", "翻译人"):
        assert words in said, words


def test_问的是当事人_从案件里取_年龄要是数字(file, keys):
    inquiry = asked(file, name="才旦", details="记不清")
    said = on_paper(file, keys, "inquiry_record", inquiry)
    for words in ("藏族", "牧民", "138****1234", "共和县倒淌河镇甲乙村"):
        assert words in said, words
    file.say(TellPaperWords, code="inquiry_record", subject_id=inquiry, words=(("age", "四十"),))
    with pytest.raises(Incomplete, match="被调查人年龄"):
        on_paper(file, keys, "inquiry_record", inquiry)


def test_原因带着句号_终止告知书的句子照样通顺_名字不说两遍(file, keys):
    closed(file, "unsettled", "双方分歧较大，经两次调解未能达成协议。")
    said = on_paper(file, keys, "termination_notice")
    assert "因双方分歧较大，经两次调解未能达成协议，依照" in said
    assert "你们之间的才旦与旦正" not in said


def test_结案报告写明当事人地址电话_哪几天调解_结果(file, keys):
    session_of(file)
    session_of(file, on=date(2026, 3, 5))
    conclude_fully(file, day=date(2026, 3, 5))
    closed(file, "settled", None)
    said = on_paper(file, keys, "closing_report")
    for words in (
        "卷号（2026）共倒人调字第1号",
        "才旦共和县倒淌河镇甲乙村138****1234",
        "先后调解二次（2026年3月4日、2026年3月5日）。调解成功，协议编号：（2026）共倒人调字第1号。",
    ):
        assert words in said, (words, said)


def test_司法确认申请书的事实只说一遍(file, keys):
    agreement = conclude_fully(file, day=date(2026, 3, 5))
    said = on_paper(file, keys, "confirmation_application", agreement)
    assert "啃食才旦的草场" in said
    assert said.count("起生效") == 1


def test_推选的代表写在代表人一栏_不算代理人(file, keys):
    with file.database.write() as session:
        session.get_one(Party, (COUNTY, file.parties["才旦"])).kind = "group"
        session.add(
            Representative(
                county_id=COUNTY, id=new_id(), party_id=file.parties["才旦"], name="拉毛",
                kind=RepresentativeKind.ELECTED,
            )
        )  # fmt: skip
    said = on_paper(file, keys, "application_form")
    assert "代表人拉毛" in said
    assert "代理人" not in said
    assert "信用代码" not in said


def test_会诊通知写给每个单位_写明要带什么_附回执(file, keys):
    meeting = session_of(file, state="planned", kind="joint_consultation")
    with file.database.write() as session:
        session.add(
            ConsultedBody(
                county_id=COUNTY, id=new_id(), meeting_id=meeting.id, body="县林业和草原局",
                bring="承包档案", invited_on=DAY, invited_by=file.world.users["扎西多杰"],
                answer="waiting",
            )
        )  # fmt: skip
    subject = file.read_with(lambda s, case: newest_subject(s, case, "consultation_notice"))
    said = on_paper(file, keys, "consultation_notice", subject)
    for words in ("县林业和草原局：", "2026年3月4日9时30分", "甲乙村村委会", "承包档案", "回执"):
        assert words in said, words


def test_卷内目录里的日期写成中文(file, keys):
    for meeting in (session_of(file), session_of(file, on=date(2026, 3, 6))):
        issued(file, keys, "mediation_record", meeting.id)
    file_bound = file.read_with(lambda s, case: bind(s, case, date(2026, 3, 7), "完玛"))
    said = words_of(file_bound.bound.pdf)
    assert "人民调解记录（第1次2026年3月4日）" in said
    assert "2026-03-0" not in said
