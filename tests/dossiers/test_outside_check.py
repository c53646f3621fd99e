"""What anybody may check without signing in, in words that tell what to do."""

import io
import re

import pikepdf
import pytest

from app.dossiers.uploaded import flaw_of
from tests.agreements.table import conclude_fully
from tests.case_file import open_case
from tests.dossiers.test_pages import bytes_of, client, issue  # noqa: F401 (a fixture)
from tests.world import TODAY


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    conclude_fully(file, day=TODAY)
    return file


def made(**how):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


LOCKED = {"encryption": pikepdf.Encryption(owner="主人", user="来客")}
LIMITED = {"encryption": pikepdf.Encryption(owner="主人", user="")}
BAD = {
    "空": (b"", "是空的"),
    "照片": (b"\xff\xd8\xff\xe0", "不是 PDF"),
    "只有开头": (b"%PDF-1.7\n", "坏了"),
    "套了二十万层": (b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj", "坏了"),
    "加密": (made(**LOCKED), "加了密码"),
    "限制": (made(**LIMITED), "加了密码"),
}


def sent(flask, data, name="a.pdf"):
    form = {"file": (io.BytesIO(data), name)}
    return flask.test_client().post("/verify", data=form, content_type="multipart/form-data")


@pytest.mark.parametrize("name", BAD)
def test_查不了的文件_说明为什么_怎么办(flask, world, name):
    data, words = BAD[name]
    answer = sent(flask, data)
    assert answer.status_code == 422
    assert words in answer.text
    assert "核验码查" in answer.text


def test_太大的文件不读():
    assert "太大" in flaw_of(b"%PDF-1.7\n" + b"x" * (20 * 1024 * 1024))


def test_没选文件_说清楚(flask, world):
    assert "还没有选文件" in sent(flask, b"", "").text


def test_上传也算次数(flask, world):
    answers = [sent(flask, b"").status_code for _ in range(61)]
    assert answers == [422] * 60 + [429]


def test_核验通过的_列出登记内容_姓名打码(file, client, flask):  # noqa: F811 (the fixture)
    paper = issue(file, client, "mediation_agreement")
    answer = sent(flask, bytes_of(file, paper.sha256))
    assert "核验通过" in answer.text
    assert paper.number in answer.text
    assert "才*" in answer.text
    assert "才旦" not in answer.text


def test_还没有密钥_脱网核验页说明(flask, world):
    page = flask.test_client().get("/verify/offline.html")
    assert page.status_code == 404
    assert "暂时没有脱网核验页" in page.text


def test_脱网核验页_一个文件_不求别处(file, client, flask):  # noqa: F811 (the fixture)
    issue(file, client, "mediation_agreement")
    page = flask.test_client().get("/verify/offline.html")
    assert page.status_code == 200
    assert page.headers["Content-Disposition"].startswith("attachment")
    assert "export {" not in page.text
    assert not {"<link", "<script src", "@import", "url("} & set(
        re.findall(r"<link|<script src|@import|url\(", page.text)
    )
    assert not re.findall(r"<link|<script src|@import|url\(|<img", page.text)
