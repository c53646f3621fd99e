"""The pages of papers: the list, the bytes, the scan brought back, the public check."""

import io
import re

import pikepdf
import pytest

from app.agreements.model import AgreementSignature
from app.dossiers.model import IssuedPaper, PaperScan, ScanSigner
from app.dossiers.pressing import issue as issue_paper
from app.kernel.errors import Incomplete
from app.web.papers import ready
from tests.agreements.table import conclude_fully, draft, finalize, row
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.dossiers.desk import bytes_of
from tests.dossiers.test_scanning import pdf, picture
from tests.world import TODAY


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    conclude_fully(file, day=TODAY)
    return file


@pytest.fixture
def client(as_user, flask, keys):
    """A mediator's browser; the committees' keys are those made once for all tests."""
    (flask.extensions["sizhen.config"].home / "committee").symlink_to(keys)
    keys.mkdir(exist_ok=True)
    return as_user("扎西多杰")


def there(file, tail=""):
    return f"/cases/{file.id}{tail}"


def issue(file, client, code="acceptance_form", subject_id=""):
    page = client.get(there(file, "/papers"))
    sent = {"key": fields(page.text)["key"], "code": code, "subject_id": str(subject_id)}
    answer = client.post(there(file, "/papers"), data=sent)
    assert answer.status_code == 303, answer.text
    return file.rows(IssuedPaper)[-1]


def test_登记回执一键出具_内容没变不重出(file, client, as_user):
    assert "/receipt" in client.get(there(file)).text
    page = client.get(there(file, "/receipt"))
    assert "打印盖章回执" in page.text
    addresses = []
    for _ in range(2):
        answer = client.post(there(file, "/receipt"), data={"key": fields(page.text)["key"]})
        assert answer.status_code == 303
        page, addresses = client.get(there(file, "/receipt")), [*addresses, answer.location]
    assert addresses[0] == addresses[1]
    assert client.get(addresses[0]).mimetype == "application/pdf"
    assert [row.code for row in file.rows(IssuedPaper)].count("intake_receipt") == 1
    assert as_user("韩玉梅").post(there(file, "/receipt")).status_code == 404


def test_文书页列出缺什么_出具后能打开(file, client):
    page = client.get(there(file, "/papers"))
    assert "卷内还缺" in page.text
    assert "人民调解协议书" in page.text
    paper = issue(file, client, "mediation_agreement")
    shown = client.get(f"/papers/{paper.id}")
    assert (shown.status_code, shown.mimetype) == (200, "application/pdf")
    assert shown.data == bytes_of(file, paper.sha256)
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Cache-Control"] == "no-store"
    to_print = client.get(f"/papers/{paper.id}?copy=print")
    assert to_print.data == bytes_of(file, paper.frozen_sha256)
    assert "已签章" in client.get(there(file, "/papers")).text
    assert "《人民调解协议书》" in client.get(there(file)).text  # the timeline names it


def test_能出具的一次出具_同一次提交不重出_没有权限的不能(file, client, as_user):
    page = client.get(there(file, "/papers"))
    told = re.search(r"把能出具的一次出具（(\d+) 样）", page.text)
    assert told
    key = {"key": fields(page.text)["key"]}
    answers = [client.post(there(file, "/ready-papers"), data=key) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {303}
    codes = [row.code for row in file.rows(IssuedPaper)]
    assert len(codes) == len(set(codes)) == int(told[1]) > 1
    page = client.get(there(file, "/papers")).text
    assert f"已出具 {told[1]} 样" in page
    assert "把能出具的一次出具" not in page
    assert as_user("仁青").post(there(file, "/ready-papers"), data=key).status_code in {403, 404}


def test_一样出不了_说出是哪一样_其他的照出(file, client, monkeypatch):
    def broken(bus, command, keys, *, key):
        if command.code == "acceptance_form":
            raise Incomplete("缺一个字。")
        return issue_paper(bus, command, keys, key=key)

    monkeypatch.setattr(ready, "issue", broken)
    key = {"key": fields(client.get(there(file, "/papers")).text)["key"]}
    client.post(there(file, "/ready-papers"), data=key)
    page = client.get(there(file, "/papers")).text
    assert "《人民调解受理登记表》没有出具：缺一个字。" in page
    assert "mediation_agreement" in {row.code for row in file.rows(IssuedPaper)}


def test_打印_每一份都登记_印着第几份和内容摘要(file, client):
    paper = issue(file, client)
    page = client.get(there(file, "/papers")).text
    assert client.get(f"/papers/{paper.id}/prints?first=1&last=1").status_code == 404
    key = {"key": fields(page)["key"], "count": "2"}
    answers = [client.post(f"/papers/{paper.id}/prints", data=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert {answer.location for answer in answers} == {f"/papers/{paper.id}/prints?first=1&last=2"}
    printed = client.get(answers[0].location)
    assert (printed.status_code, printed.mimetype) == (200, "application/pdf")
    page = client.get(there(file, "/papers")).text
    assert "打印 2 份" in page
    assert "补印 1 份" in page
    head = paper.frozen_sha256
    assert f"{head[:4]} {head[4:8]} {head[8:12]} {head[12:16]}" in page
    for wrong in ("first=0&last=1", "first=2&last=1", "first=2&last=3"):
        assert client.get(f"/papers/{paper.id}/prints?{wrong}").status_code == 404


def test_扫描回传_能看到谁哪天签的(file, client):
    paper = issue(file, client)
    path = there(file, f"/scans?paper={paper.id}")
    form = fields(client.get(path).text)
    data = form | {
        "scan": (io.BytesIO(picture()), "x.exe"), "on": str(TODAY),
        "signers-0-on": str(TODAY), "signers-0-witness": "马文祥",
    }  # fmt: skip
    answer = client.post(there(file, "/scans"), data=data, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    page = client.get(there(file, "/papers")).text
    assert f"才旦 {TODAY} 签名并按指印（见证人：马文祥）" in page
    link = re.search(r"/cases/[^\"]*/scans/[0-9a-f]{64}", page)[0]
    shown = client.get(link)
    assert (shown.status_code, shown.mimetype) == (200, "image/jpeg")


def kept(file, model):
    with file.database.read() as session:
        return session.query(model).all()


def test_协议扫描回来_签字盖章随之登记_生效日自己算出来(database, world, bus, client):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    agreement_id = draft(file, on=TODAY)
    finalize(file, agreement_id, on=TODAY)
    paper = issue(file, client, "mediation_agreement")
    path = there(file, f"/scans?paper={paper.id}")
    form = fields(client.get(path).text)
    days = {name.replace("-role", "-on"): str(TODAY) for name in form if name.endswith("-role")}
    assert len(days) == 5, "两名当事人、调解员、记录人、印章"

    def send(**changed):
        data = form | days | {"scan": (io.BytesIO(picture()), "a.jpg"), "on": str(TODAY)} | changed
        return client.post(there(file, "/scans"), data=data, content_type="multipart/form-data")

    refused = send(**{"signers-0-on": "2027-01-01"})
    assert refused.status_code == 422
    assert "签字日期" in refused.text
    assert kept(file, PaperScan) == []
    assert send().status_code == 303
    assert row(file, agreement_id).effective_on == TODAY
    assert [one.method for one in kept(file, ScanSigner)].count("signature_and_fingerprint") == 2
    again = fields(client.get(path).text)
    assert again["signers-0-on"] == str(TODAY), "已登记的日期填好"
    assert send(key=again["key"]).status_code == 303
    assert len(kept(file, AgreementSignature)) == 5, "没有新的，不再登记一遍"


@pytest.mark.parametrize(
    ("name", "data"),
    [("空", b""), ("网页", b"<html>"), ("残缺", picture()[:99])],
    ids=["空", "网页", "残缺"],
)
def test_不是扫描件退回来(file, client, name, data):
    path = there(file, "/scans?code=identity_documents")
    form = fields(client.get(path).text) | {
        "scan": (io.BytesIO(data), "身份证.jpg"),
        "on": str(TODAY),
    }
    answer = client.post(path, data=form, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert file.rows(IssuedPaper) == []


def test_身份证明上传后收入卷宗(file, client):
    path = there(file, "/scans?code=identity_documents")
    form = fields(client.get(path).text) | {"scan": (io.BytesIO(pdf(2)), "a.pdf"), "on": str(TODAY)}
    assert client.post(path, data=form, content_type="multipart/form-data").status_code == 303
    (paper,) = file.rows(IssuedPaper)
    assert (paper.code, paper.state, paper.pages) == ("identity_documents", "received", 2)


@pytest.mark.parametrize(("name", "status"), [("韩玉梅", 404), ("外县人", 404), ("管理员", 403)])
def test_谁能看文书(file, client, as_user, name, status):
    paper = issue(file, client)
    other = as_user(name)
    assert other.get(f"/papers/{paper.id}").status_code == status
    assert other.get(there(file, "/papers")).status_code == status


def test_公开核验_不登录也能查_姓名打码(file, client, flask):
    paper = issue(file, client, "mediation_agreement")
    stranger = flask.test_client()
    page = stranger.get(f"/verify/{paper.verification_code.lower()}")
    assert page.status_code == 200
    assert "真实出具过" in page.text
    assert "才*" in page.text
    assert "才旦" not in page.text
    assert stranger.get("/verify/2222222222").status_code == 404
    sent = stranger.get("/verify", query_string={"code": paper.verification_code})
    assert sent.status_code == 303


def test_公开核验_上传文件(file, client, flask):
    paper = issue(file, client, "mediation_agreement")
    good = bytes_of(file, paper.sha256)
    stranger = flask.test_client()

    def check(data):
        return stranger.post("/verify", data={"file": (io.BytesIO(data), "a.pdf")}, content_type="multipart/form-data").text  # fmt: skip

    assert "核验通过" in check(good)
    assert "核验不通过" in check(good + b"x")


def test_核验次数太多要等一等(file, client, flask):
    stranger = flask.test_client()
    answers = [stranger.get("/verify/2222222222").status_code for _ in range(61)]
    assert answers[:60] == [404] * 60
    assert answers[60] == 429


def test_网页里的代码不执行(flask, client):
    page = flask.test_client().get("/verify/<script>alert(1)</script>")
    assert "<script>alert" not in page.text


def test_装订整卷(file, client):
    issue(file, client)
    answer = client.get(there(file, "/dossier.pdf"))
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    with pikepdf.open(io.BytesIO(answer.data)) as bound:
        assert len(bound.pages) == 4


def test_扫描回来的签字件代替原件装订(file, client):
    paper = issue(file, client)
    path = there(file, f"/scans?paper={paper.id}")
    data = fields(client.get(path).text) | {"scan": (io.BytesIO(picture(size=(600, 800))), "a.jpg"), "on": str(TODAY)}  # fmt: skip
    client.post(there(file, "/scans"), data=data, content_type="multipart/form-data")
    with pikepdf.open(io.BytesIO(client.get(there(file, "/dossier.pdf")).data)) as bound:
        assert "/SizhenPageNumber" in bound.pages[2].resources.XObject
        assert len(bound.pages[2].get_images()) == 1
