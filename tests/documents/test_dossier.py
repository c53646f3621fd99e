"""A file is bound in its order, numbered through, and its catalogue tells the truth."""

import dataclasses
import subprocess

import pytest

from documents.dossier import BadPart, Part, assemble
from documents.render import render
from documents.samples import sample
from documents.scans import take_in
from tests.documents.test_scans import picture

COVER, BACK = sample("dossier_cover"), sample("back_cover")
ORDER = ("application_form", "acceptance_form", "mediation_record")


@pytest.fixture(scope="module")
def parts(sealed):
    printed = [Part(sample(code).title, render(sample(code)).pdf) for code in ORDER]
    scan = take_in(picture(1200, 900)).pdf
    return [*printed, Part("人民调解协议书", sealed), Part("现场照片", scan, "打印件")]


@pytest.fixture(scope="module")
def bound(parts):
    return assemble(COVER, parts, BACK)


def words_of(pdf, tmp_path):
    path = tmp_path / "bound.pdf"
    path.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    said = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    )
    return said.stdout.split("\f")[:-1]


def test_the_catalogue_names_the_first_page_of_each_paper(bound, tmp_path):
    pages = words_of(bound.pdf, tmp_path)
    assert bound.pages == 1 + 1 + 2 + 3 + 1
    assert len(pages) == 2 + bound.pages + 1
    assert [line.page for line in bound.lines] == [1, 2, 3, 5, 8]
    for line in bound.lines[:-1]:
        assert line.title in pages[1]
        assert line.title in pages[1 + line.page], line
    assert "调解卷宗" in "".join(pages[0].split())
    assert f"本卷共{bound.pages}页" in pages[-1].replace(" ", "")


def test_numbers_run_through_in_the_outer_corner(bound, tmp_path):
    pages = words_of(bound.pdf, tmp_path)
    for number in range(1, bound.pages + 1):
        top = next(line for line in pages[1 + number].splitlines() if line.strip())
        assert top.strip() == str(number)
        assert (len(top) - len(top.lstrip()) > 40) == (number % 2 == 1)


def test_the_same_parts_give_the_same_bytes(bound, parts):
    assert assemble(COVER, parts, BACK).sha256 == bound.sha256


def test_a_file_without_papers_still_has_its_covers(tmp_path):
    empty = assemble(COVER, [], BACK)
    assert empty.pages == 0
    assert len(words_of(empty.pdf, tmp_path)) == 3


def test_a_broken_paper_is_named():
    with pytest.raises(BadPart, match="收条"):
        assemble(COVER, [Part("收条", b"no pdf at all")], BACK)


def test_the_back_cover_counts_for_itself(parts):
    wrong = dataclasses.replace(BACK, pages=999)
    assert assemble(COVER, parts, wrong).pages == 8
