"""Papers of the work: sessions, inquiries, consultations, as they were reported."""

from datetime import date, time

import pytest

from app.dossiers.contents import contents_of
from app.kernel.errors import NotNow
from app.kernel.ids import new_id
from app.meetings.model import InquiryRecord, MediationRecord, Meeting
from tests.dossiers.desk import bytes_of, issued
from tests.dossiers.test_issuing import words_of
from tests.world import COUNTY, NOW

DAY = date(2026, 3, 4)


def session_of(file, state="held", **more):
    held = {"result": "to_be_continued", "recorder": "马文祥"} if state == "held" else {}
    held |= {"on": DAY, "kind": "village_visit"} | more
    row = Meeting(
        county_id=COUNTY, id=new_id(), case_id=file.id, state=state,
        starts=time(9, 30), place="甲乙村村委会", method="face_to_face", asks_public=False,
        is_public=False, **held,
    )  # fmt: skip
    with file.database.write() as session:
        session.add(row)
        session.flush()
        for ordinal, text in enumerate(
            ("才旦：羊过界三次。\n旦正：围栏是旧的。", "双方同意看现场。"), 1
        ):
            if state == "held":
                session.add(
                    MediationRecord(
                        county_id=COUNTY, meeting_id=row.id, ordinal=ordinal, on=DAY, text=text,
                        recorder="马文祥", recorded_by=file.world.users["扎西多杰"], recorded_at=NOW,
                    )
                )  # fmt: skip
    return row


def test_人民调解法27条_调解记录写明时间地点和各方说的话(file, keys):
    meeting = session_of(file)
    paper = issued(file, keys, "mediation_record", meeting.id)
    said = words_of(bytes_of(file, paper.sha256))
    for words in (
        "2026年3月4日",
        "9时30分",
        "甲乙村村委会",
        "羊过界三次",
        "围栏是旧的",
        "补记（马文祥）",
        "有待继续调解",
        "马文祥",
    ):
        assert words in said, words


def test_还没有开的调解没有记录(file, keys):
    with pytest.raises(NotNow, match="还没有登记"):
        issued(file, keys, "mediation_record", session_of(file, state="planned").id)


def test_调解通知书写明时间地点(file, keys):
    paper = issued(file, keys, "meeting_invitation", session_of(file, state="planned").id)
    said = words_of(bytes_of(file, paper.sha256))
    assert "甲乙村村委会" in said
    assert "才旦" in said


def test_调查记录(file, keys):
    row = InquiryRecord(
        county_id=COUNTY, id=new_id(), case_id=file.id, on=DAY, starts=time(8, 0), place="牧场",
        inquirers="扎西多杰、完玛", recorder="完玛", asked="尕藏", relation="邻居",
        text="问：看见了吗？\n答：看见羊过来了。", recorded_by=file.world.users["扎西多杰"], recorded_at=NOW,
    )  # fmt: skip
    with file.database.write() as session:
        session.add(row)
    paper = issued(file, keys, "inquiry_record", row.id)
    said = words_of(bytes_of(file, paper.sha256))
    for words in ("尕藏", "邻居", "看见羊过来了", "完玛"):
        assert words in said, words


def test_每次调解一份记录_缺哪次说哪次(file, keys):
    first, second = session_of(file), session_of(file, on=date(2026, 3, 6))
    issued(file, keys, "mediation_record", first.id)
    with file.database.read() as session:
        lines = contents_of(session, file.load(session))
    records = {line.about: line.state for line in lines if line.entry.code == "mediation_record"}
    assert records == {"第1次 2026-03-04": "sealed", "第2次 2026-03-06": "missing"}
    assert second.id != first.id
