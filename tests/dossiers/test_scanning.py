"""Scans: read by content, freed of what a camera adds, kept beside the paper, never re-rendered."""

import io
from datetime import date
from uuid import uuid4

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageFile

from app.dossiers.commands import KeepScan, SignerSeen
from app.dossiers.contents import missing_papers
from app.dossiers.enums import MediaType
from app.dossiers.model import IssuedPaper, PaperScan, ScanSigner
from app.dossiers.scanning import read_scan
from app.kernel.errors import Incomplete, NotAllowed
from tests.dossiers.desk import DAY, bytes_of, issued
from tests.world import COUNTY


def picture(kind="JPEG", size=(60, 40), exif=None, **more):
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind, **({"exif": exif} if exif else {}), **more)
    return out.getvalue()


def pdf(pages=1, **names):
    out = io.BytesIO()
    made = pikepdf.Pdf.new()
    for _ in range(pages):
        made.add_blank_page()
    for name, value in names.items():
        made.Root[f"/{name}"] = value
    made.save(out)
    return out.getvalue()


def test_照片里的拍摄地点和时间不保存():
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (36.0, 16.0, 0.0)}
    exif[0x010F] = "某手机"
    scan = read_scan(picture(exif=exif))
    kept = Image.open(io.BytesIO(scan.content))
    assert dict(kept.getexif()) == {}
    assert "某手机".encode() not in scan.content


def test_横拍的照片转正():
    exif = Image.Exif()
    exif[0x0112] = 6
    scan = read_scan(picture(size=(60, 40), exif=exif))
    assert Image.open(io.BytesIO(scan.content)).size == (40, 60)


@pytest.mark.parametrize(
    ("data", "kind", "pages"),
    [(picture(), MediaType.JPEG, 1), (picture("PNG"), MediaType.PNG, 1), (pdf(3), MediaType.PDF, 3)],
    ids=["jpeg", "png", "pdf"],
)  # fmt: skip
def test_按内容认格式(data, kind, pages):
    scan = read_scan(data)
    assert (scan.media_type, scan.pages) == (kind, pages)


SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def linked(**action):
    """Make a page with a link that stands in the page itself."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(**action))
    out = io.BytesIO()
    made = pikepdf.Pdf.new()
    made.add_blank_page()
    made.pages[0].Annots = Array([link])
    made.save(out)
    return out.getvalue()


HOSTILE = {
    "空文件": b"",
    "网页": b"<html><script>alert(1)</script></html>",
    "改了名的程序": b"MZ\x90\x00" + b"0" * 100,
    "残缺图片": picture()[:200],
    "残缺PDF": b"%PDF-1.7\nnothing here",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "带脚本的PDF": pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")),
    "脚本藏在名称表里": pdf(Names=Dictionary(JavaScript=Dictionary(Names=["a", SCRIPT]))),
    "脚本藏在链接里": linked(S=Name.JavaScript, JS="app.alert(1)"),
    "链接启动程序": linked(S=Name.Launch, F="cmd.exe"),
    "一打开就上网": pdf(OpenAction=Dictionary(S=Name.URI, URI="http://example.com")),
    "带附件的PDF": pdf(Names=Dictionary(EmbeddedFiles=Dictionary(Names=["a", "b"]))),
    "带动态表单的PDF": pdf(AcroForm=Dictionary(Fields=[], XFA="x")),
    "没有页的PDF": pdf(0),
    "页数太多": pdf(301),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_不是扫描件的不收(name):
    with pytest.raises(Incomplete):
        read_scan(HOSTILE[name])


def test_打开时停在哪一页和网址链接不算脚本():
    opens = Dictionary(S=Name.GoTo, D=[0, Name.Fit])
    for data in (pdf(OpenAction=opens), pdf(OpenAction=[0, Name.Fit]), linked(S=Name.URI, URI="x")):
        assert read_scan(data).pages == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_排版程序放宽了也不收残缺图片(kind, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = picture(kind, size=(600, 600))
    with pytest.raises(Incomplete, match="损坏"):
        read_scan(whole[: len(whole) * 2 // 3])


def test_图片炸弹不收():
    out = io.BytesIO()
    Image.new("1", (12000, 12000)).save(out, "PNG")
    with pytest.raises(Incomplete):
        read_scan(out.getvalue())


def test_加密的PDF不收():
    out = io.BytesIO()
    made = pikepdf.Pdf.new()
    made.add_blank_page()
    made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Incomplete, match="密码"):
        read_scan(out.getvalue())


def test_超过20兆不收():
    with pytest.raises(Incomplete, match="太大"):
        read_scan(b"%PDF-" + b"0" * (20 * 1024 * 1024))


def test_签过字的纸扫描回来_写明谁哪天签的(file, keys):
    paper = issued(file, keys, "acceptance_form")
    scan = read_scan(picture())
    signers = (SignerSeen(signer="才旦", on=DAY), SignerSeen(signer="旦正", on=date(2026, 3, 7)))
    file.say(KeepScan, paper_id=paper.id, scan=scan, signers=signers, on=DAY)
    with file.database.read() as session:
        row = session.query(PaperScan).one()
        seen = [(one.signer, one.signed_on) for one in session.query(ScanSigner).order_by("ordinal")]  # fmt: skip
    assert bytes_of(file, row.sha256) == scan.content
    assert seen == [("才旦", DAY), ("旦正", date(2026, 3, 7))]
    with file.database.read() as session:
        assert session.get_one(IssuedPaper, (COUNTY, paper.id)).sha256 == paper.sha256


def test_身份证明扫描后收入卷宗(file, keys):
    def missing():
        with file.database.read() as session:
            found = missing_papers(session, file.load(session))
            return {line.entry.code for line in found}

    assert "identity_documents" in missing()
    file.say(KeepScan, code="identity_documents", scan=read_scan(pdf(2)), on=DAY)
    assert "identity_documents" not in missing()


def test_同一份扫描件传两次只存一份(file, keys):
    key = uuid4()
    data = pdf(2)
    first = file.say(KeepScan, code="evidence", scan=read_scan(data), on=DAY, key=key)
    again = file.say(KeepScan, code="evidence", scan=read_scan(data), on=DAY, key=key)
    assert again == first
    assert len(file.rows(IssuedPaper)) == 1


def test_没有权限不能传(file):
    with pytest.raises(NotAllowed):
        file.say(KeepScan, by="管理员", code="evidence", scan=read_scan(pdf()), on=DAY)
