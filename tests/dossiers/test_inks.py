"""Signing on a screen: bound to the sheet shown, drawn by us, an aid that the law does not count."""

import io
import json
from datetime import date, time

import pikepdf
import pytest

from app.aftercare.model import Revisit, RevisitRecord
from app.agreements.model import AgreementSignature
from app.cases.particulars import Signals
from app.dossiers.ink_model import InkSignature
from app.dossiers.model import IssuedPaper
from app.kernel.ids import new_id
from app.meetings.model import Attendance, InquiryRecord
from tests.agreements.table import draft, finalize, row
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.documents.handwriting import HEIGHT, WIDTH, strokes
from tests.dossiers.test_hearing import session_of
from tests.dossiers.test_pages import bytes_of, client, issue, kept, there  # noqa: F401 (a fixture)
from tests.world import COUNTY, NOW, TODAY


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    file.agreement_id = draft(file, on=TODAY)
    finalize(file, file.agreement_id, on=TODAY)
    return file


@pytest.fixture
def paper(file, client):  # noqa: F811 (the fixture)
    return issue(file, client, "mediation_agreement")


def opened(client, paper, place="party-1"):  # noqa: F811 (a client)
    page = client.get(f"/papers/{paper.id}/inks?place={place}")
    assert page.status_code == 200, page.text
    drawn = {"strokes": strokes("才旦").decode(), "width": str(WIDTH), "height": str(HEIGHT)}
    return fields(page.text) | drawn | {"is_agreed": "y"}


def send(client, paper, form, place="party-1"):  # noqa: F811 (a client)
    return client.post(f"/papers/{paper.id}/inks?place={place}", data=form)


def test_电子签名法13条_屏幕签名只作辅助_不生效(file, client, paper):  # noqa: F811 (the fixture)
    assert "电子签名法第13条" in client.get(f"/papers/{paper.id}/inks").text
    for place in ("party-1", "party-2", "mediator-1"):
        assert send(client, paper, opened(client, paper, place), place).status_code == 303
    assert [one.method for one in kept(file, AgreementSignature)] == ["tablet"] * 3
    assert row(file, file.agreement_id).effective_on is None
    page = client.get(f"/papers/{paper.id}/inks").text
    assert page.count("data:image/svg+xml") == 3


def test_签名进入电子件_印章最后_核验通过(file, client, paper):  # noqa: F811 (the fixture)
    assert send(client, paper, opened(client, paper)).status_code == 303
    again = issue(file, client, "mediation_agreement")
    newest = max(file.rows(IssuedPaper), key=lambda one: one.version)
    assert (newest.version, newest.signature_count) == (2, 3)
    assert newest.frozen_sha256 == paper.frozen_sha256, "同样的内容，同样的字节"
    sent = {"file": (io.BytesIO(bytes_of(file, newest.sha256)), "a.pdf")}
    checked = client.post("/verify", data=sent, content_type="multipart/form-data").text
    assert "核验通过" in checked
    assert "才旦" in checked
    assert again


REFUSED = {
    "没有笔画": ({"strokes": "[]"}, 422, "签名没有笔画"),
    "不是笔迹": ({"strokes": "<svg/>"}, 422, "无法读取"),
    "只有一点": ({"strokes": json.dumps([{"points": [{"x": 5, "y": 5, "time": 1}]}])}, 422, "空白"),
    "超出签名板": ({"width": "10"}, 422, "超出"),
    "签名板没有大小": ({"width": "x"}, 422, "尺寸不对"),
    "没有这种签名人": ({"role": "no"}, 422, "这一页不完整"),
    "没有同意": ({"is_agreed": ""}, 422, "书面同意"),
    "伪造的凭据": ({"binding": "x.y.z"}, 409, "没有保存"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_不像签名的不收_说明怎么办(file, client, paper, name):  # noqa: F811 (the fixture)
    changed, status, words = REFUSED[name]
    form = {key: value for key, value in (opened(client, paper) | changed).items() if value}
    answer = send(client, paper, form)
    assert answer.status_code == status
    assert words in answer.text
    assert kept(file, InkSignature) == []


def test_一张凭据只签一次_换了版本的不收(file, client, paper):  # noqa: F811 (the fixture)
    form = opened(client, paper)
    assert send(client, paper, form).status_code == 303
    replayed = send(client, paper, form | {"key": opened(client, paper)["key"]})
    assert replayed.status_code == 409
    assert "已经保存过" in replayed.text
    issue(file, client, "mediation_agreement")
    late = send(client, paper, opened(client, paper))
    assert late.status_code == 409
    assert "最新一版" in late.text
    assert len(kept(file, InkSignature)) == 1


def test_电子签名法3条_身份关系的协议只能亲笔(database, world, bus, client):  # noqa: F811 (the fixture)
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第2号")
    with database.write() as session:
        key = {"county_id": COUNTY, "case_id": file.id}
        session.merge(Signals(**key, identity_relation=True))
    finalize(file, draft(file, on=TODAY), on=TODAY)
    paper = issue(file, client, "mediation_agreement")
    assert "屏幕签名" not in client.get(there(file, "/papers")).text
    answer = send(client, paper, opened(client, paper))
    assert answer.status_code == 422
    assert "电子签名法第3条" in answer.text
    assert kept(file, InkSignature) == []


def test_看不到案件的签不了(file, client, paper, as_user):  # noqa: F811 (the fixture)
    for name, status in (("韩玉梅", 404), ("外县人", 404), ("管理员", 403)):
        assert as_user(name).get(f"/papers/{paper.id}/inks").status_code == status


@pytest.fixture
def record(file, client):  # noqa: F811 (the fixture)
    meeting = session_of(file)
    with file.database.write() as session:
        for number, (name, party_id) in enumerate(file.parties.items(), 1):
            session.add(
                Attendance(
                    county_id=COUNTY, id=new_id(), meeting_id=meeting.id, ordinal=number, name=name,
                    attending="party", party_id=party_id, has_come=True,
                )
            )  # fmt: skip
    return issue(file, client, "mediation_record", meeting.id)


def test_调解记录也能屏幕签名_进入电子件_协议不受影响(file, client, record):  # noqa: F811 (the fixture)
    assert f"/papers/{record.id}/inks" in client.get(there(file, "/papers")).text
    page = client.get(f"/papers/{record.id}/inks").text
    assert "以纸上的为准" in page
    for place in ("party-1", "party-2", "mediator-1", "recorder"):
        assert f"?place={place}" in page
        assert send(client, record, opened(client, record, place), place).status_code == 303
    assert kept(file, AgreementSignature) == []
    issue(file, client, "mediation_record", record.subject_id)
    newest = max((one for one in file.rows(IssuedPaper)), key=lambda one: one.version)
    assert (newest.code, newest.version, newest.signature_count) == ("mediation_record", 2, 6)
    assert newest.frozen_sha256 == record.frozen_sha256
    sent = {"file": (io.BytesIO(bytes_of(file, newest.sha256)), "a.pdf")}
    checked = client.post("/verify", data=sent, content_type="multipart/form-data").text
    assert "核验通过" in checked


def test_调解记录没有书面同意不收(file, client, record):  # noqa: F811 (the fixture)
    form = opened(client, record)
    del form["is_agreed"]
    answer = send(client, record, form)
    assert answer.status_code == 422
    assert "书面同意" in answer.text
    assert kept(file, InkSignature) == []


def test_身份关系的案件_调解记录也要亲笔(file, client):  # noqa: F811 (the fixture)
    with file.database.write() as session:
        session.merge(Signals(county_id=COUNTY, case_id=file.id, identity_relation=True))
    paper = issue(file, client, "mediation_record", session_of(file).id)
    assert paper.state == "frozen"
    assert f"/papers/{paper.id}/inks" not in client.get(there(file, "/papers")).text
    answer = send(client, paper, opened(client, paper, "recorder"), "recorder")
    assert answer.status_code == 422
    assert "电子签名法第3条" in answer.text


def test_别的文书没有屏幕签名(file, client):  # noqa: F811 (the fixture)
    paper = issue(file, client, "acceptance_form")
    assert "这份文书不用屏幕签名" in client.get(f"/papers/{paper.id}/inks").text
    assert client.get(f"/papers/{paper.id}/inks?place=party-1").status_code == 404


LATER = date(2026, 3, 20)


def asked(file):
    row = InquiryRecord(
        county_id=COUNTY, id=new_id(), case_id=file.id, on=date(2026, 3, 4), starts=time(14),
        place="甲乙村才旦家", asked="多杰", inquirers="扎西多杰、韩玉梅", text="问：看见了吗？\n答：看见了。",
        recorder="马文祥", recorded_by=file.world.users["扎西多杰"], recorded_at=NOW,
    )  # fmt: skip
    with file.database.write() as session:
        session.add(row)
    return row.id


def revisited(file):
    row = Revisit(
        county_id=COUNTY, id=new_id(), case_id=file.id, agreement_id=file.agreement_id, ordinal=1,
        kind="extra", due_from=LATER, due_by=LATER, held_on=LATER, planned_at=NOW,
    )  # fmt: skip
    said = RevisitRecord(
        county_id=COUNTY, id=new_id(), revisit_id=row.id, party_id=file.parties["才旦"], on=LATER,
        manner="visit", visitors="扎西多杰、韩玉梅", fulfillment_heard="done", fulfillment_said="钱已付清。",
        recorded_by=file.world.users["扎西多杰"], recorded_at=NOW,
    )  # fmt: skip
    with file.database.write() as session:
        session.add(row)
        session.flush()
        session.add(said)
    return row.id


UNSEALED = {
    "inquiry_record": (
        asked,
        {
            "asked-1": "被调查人",
            "inquirer-1": "调查人",
            "inquirer-2": "调查人",
            "recorder": "记录人",
        },
    ),
    "revisit_record": (revisited, {"visitor-1": "回访人", "visitor-2": "回访人"}),
}


@pytest.mark.parametrize("code", UNSEALED)
def test_没有印章的记录也能屏幕签名_电子件锁定_不显示印章(file, client, code):  # noqa: F811 (the fixture)
    about, places = UNSEALED[code]
    paper = issue(file, client, code, about(file))
    assert (paper.state, paper.sha256) == ("frozen", paper.frozen_sha256)
    assert f"/papers/{paper.id}/inks" in client.get(there(file, "/papers")).text
    page = client.get(f"/papers/{paper.id}/inks").text
    for place, standing in places.items():
        assert f"<td>{standing}</td>" in page
        assert send(client, paper, opened(client, paper, place), place).status_code == 303
    issue(file, client, code, paper.subject_id)
    newest = max(
        (one for one in file.rows(IssuedPaper) if one.code == code), key=lambda one: one.version
    )
    assert (newest.state, newest.signature_count) == ("sealed", len(places) + 2)
    assert newest.frozen_sha256 == paper.frozen_sha256
    pdf = bytes_of(file, newest.sha256)
    sent = {"file": (io.BytesIO(pdf), "a.pdf")}
    checked = client.post("/verify", data=sent, content_type="multipart/form-data").text
    assert "核验通过" in checked
    assert _shown(pdf) == {f"sig-{place}" for place in places}


def _shown(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        marks = [mark for page in opened.pages for mark in page.get("/Annots", [])]
        return {str(mark.T) for mark in marks if float(mark.Rect[2]) > float(mark.Rect[0])}


def test_身份关系的案件_没有印章的记录也不能屏幕签名(file, client):  # noqa: F811 (the fixture)
    paper = issue(file, client, "inquiry_record", asked(file))
    assert send(client, paper, opened(client, paper, "asked-1"), "asked-1").status_code == 303
    with file.database.write() as session:
        session.merge(Signals(county_id=COUNTY, case_id=file.id, identity_relation=True))
    assert send(client, paper, opened(client, paper, "recorder"), "recorder").status_code == 422
    issue(file, client, "inquiry_record", paper.subject_id)
    newest = max(file.rows(IssuedPaper), key=lambda one: one.version)
    assert (newest.state, newest.signature_count) == ("frozen", 0)
    assert f"/papers/{newest.id}/inks" not in client.get(there(file, "/papers")).text
