"""What people hand in is looked at by its bytes, drawn anew or disarmed, or refused."""

import hashlib
import io
import struct
import subprocess
import zlib

import pikepdf
import pytest
from PIL import Image

from documents.scans import BadScan, take_in


def picture(width, height, kind="JPEG", **named):
    out = io.BytesIO()
    drawn = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    drawn.save(out, kind, **named)
    return out.getvalue()


def pages_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [[float(v) for v in page.mediabox] for page in document.pages]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_becomes_a_page_within_a4(kind):
    raw = picture(2480, 3508, kind)
    scan = take_in(raw)
    assert (scan.kind, scan.pages) == (kind.lower(), 1)
    assert scan.original_sha256 == hashlib.sha256(raw).hexdigest()
    ((_, _, width, height),) = pages_of(scan.pdf)
    assert width <= 596
    assert height <= 843
    assert take_in(raw).pdf == scan.pdf


def test_where_a_picture_was_taken_is_not_kept():
    exif = Image.Exif()
    exif[0x010E] = "SECRETPLACE"
    exif[0x0112] = 6  # turned by a quarter
    scan = take_in(picture(600, 300, exif=exif))
    assert b"SECRETPLACE" not in scan.pdf
    ((_, _, width, height),) = pages_of(scan.pdf)
    assert height > width


def test_a_tiff_of_many_pages_keeps_them():
    frames = [Image.new("RGB", (300, 400), shade) for shade in ("white", "gray", "black")]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    assert take_in(out.getvalue()).pages == 3


def bomb(width, height):
    """A PNG of a few bytes that says it is enormous."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(3 * 100))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def with_script(change):
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        document.save(out)
    return out.getvalue()


def locked():
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def without_pages():
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.save(out)
    return out.getvalue()


REFUSED = {
    "空": (b"", "空"),
    "文字": (b"hello, this is text", "只能上传"),
    "程序": (b"MZ" + bytes(300), "只能上传"),
    "网页": (b"<html><script>", "只能上传"),
    "图片炸弹": (bomb(60_000, 60_000), "尺寸过大"),
    "大图": (bomb(9_000, 9_000), "尺寸过大|已损坏"),
    "半张图": (picture(800, 800)[:900], "已损坏"),
    "改了名的图": (b"\x89PNG\r\n\x1a\n" + picture(50, 50), "已损坏"),
    "加密": (locked(), "密码"),
    "没有页": (without_pages(), "0页"),
    "坏PDF": (b"%PDF-1.7\n" + bytes(200), "已损坏|0页"),
    "太大": (b"%PDF-1.7" + bytes(50 * 2**20), "50兆"),
}


@pytest.mark.parametrize(("raw", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_in_is_refused_in_chinese(raw, said):
    with pytest.raises(BadScan, match=said):
        take_in(raw)


def script(document):
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def named_script(document):
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), action]))
    document.Root.Names = pikepdf.Dictionary(JavaScript=names)


def attachment(document):
    document.attachments["evil.exe"] = b"MZ evil evil evil"


def launch(document):
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 99, 99], A=action
    )
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(link)])


def page_action(document):
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.pages[0].AA = pikepdf.Dictionary(O=document.make_indirect(action))


@pytest.mark.parametrize("change", [script, named_script, attachment, launch, page_action])
def test_a_pdf_is_disarmed(change):
    raw = with_script(change)
    scan = take_in(raw)
    assert scan.pages == 1
    with pikepdf.open(io.BytesIO(scan.pdf)) as document:
        said = " ".join(repr(item) for item in document.objects) + repr(document.Root)
    for word in ("JavaScript", "app.alert", "Launch", "cmd.exe", "EmbeddedFile", "evil"):
        assert word not in said
        assert word.encode() not in scan.pdf
    if change is not launch:
        assert scan.removed


def test_a_harmless_pdf_passes_with_nothing_removed(agreement, tmp_path):
    scan = take_in(with_script(lambda _: None))
    assert (scan.pages, scan.removed, scan.kind) == (1, (), "pdf")
    ours = take_in(agreement.pdf)
    assert ours.pages == agreement.pages
    (tmp_path / "a.pdf").write_bytes(ours.pdf)
    subprocess.run(["qpdf", "--check", tmp_path / "a.pdf"], check=True, capture_output=True)


def test_the_same_file_gives_the_same_bytes():
    raw = with_script(script)
    assert take_in(raw).pdf == take_in(raw).pdf
