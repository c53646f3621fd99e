"""Each copy says which it is and of what content, on every page, and nothing else changes."""

import io
import subprocess

import pikepdf
import pytest
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from documents.copies import copies_of
from documents.issue import issue
from documents.samples import sample


@pytest.fixture(scope="module")
def printed(press):
    return issue(sample("mediation_agreement"), Ed25519PrivateKey.from_private_bytes(bytes(32)))


def pages_of(pdf, tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf)
    subprocess.run(["qpdf", "--check", tmp_path / "a.pdf"], check=True, capture_output=True)
    said = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    return said.stdout.split("\f")[:-1]


def test_every_page_says_its_copy_and_its_content(printed, tmp_path):
    paper, made = printed
    pages = pages_of(copies_of(made.pdf, made.sha256, range(1, 4), 3), tmp_path)
    assert len(pages) == 3 * made.pages
    head = " ".join(made.sha256[at : at + 4] for at in (0, 4, 8, 12))
    for place, words in enumerate(pages):
        said = "".join(words.split())
        mark = f"第{place // made.pages + 1}份共3份内容摘要{head}"
        assert mark.replace(" ", "") in said
        assert paper.number in said


def test_a_copy_printed_later_says_so(printed, tmp_path):
    _, made = printed
    pages = pages_of(copies_of(made.pdf, made.sha256, [4], 3), tmp_path)
    assert all("第4份（一式3份之外补印）" in "".join(words.split()) for words in pages)


def test_each_copy_bears_the_code_and_the_same_copies_are_the_same_bytes(printed, tmp_path):
    paper, made = printed
    pdf = copies_of(made.pdf, made.sha256, [2], 3)
    assert pdf == copies_of(made.pdf, made.sha256, [2], 3)
    (tmp_path / "a.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", "-png", "a.pdf", "p"], cwd=tmp_path, check=True
    )
    found = [
        one.text
        for path in sorted(tmp_path.glob("p*.png"))
        for one in zxingcpp.read_barcodes(Image.open(path))
    ]
    assert found == [paper.qr_text]
    with pikepdf.open(io.BytesIO(pdf)) as copy:
        assert "/SizhenCopyMark" in copy.pages[0].resources.XObject
