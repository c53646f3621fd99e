"""What a clerk sees on each paper: its code, its page numbers, whole amounts, nothing cut off."""

import re
import subprocess
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from documents import compose
from documents.issue import issue
from documents.papers import by_code
from documents.render import render
from documents.samples import sample
from documents.voucher import coded

KEY = Ed25519PrivateKey.generate()
NEVER_ISSUED = {"bulletin", "register_sheet"}
ISSUED = sorted(
    code for code, kind in by_code().items() if not kind.bare and code not in NEVER_ISSUED
)
SIGNED_ON_EACH_PAGE = ("inquiry_record", "joint_record", "mediation_record")
LETTERS = sorted(code for code, kind in by_code().items() if "letter" in kind.sheets)


def pages_of(pdf):
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return [re.sub(r"\s", "", page) for page in done.stdout.decode().split("\f")[:-1]]


@pytest.mark.parametrize("code", ISSUED)
def test_出具的每种文书都印核验的二维码_草稿没有(code):
    paper = coded(sample(code), 1, KEY)
    assert compose.html(paper).count("扫码核验") == 1
    assert "扫码核验" not in compose.html(paper, draft=True)


@pytest.mark.parametrize("code", SIGNED_ON_EACH_PAGE)
def test_逐页签名的记录_页码和核验码都在(code):
    paper, printed = issue(sample(code), KEY)
    pages = pages_of(printed.pdf)
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页核验码{paper.check_code}" in page
        assert "按指印）：" in page


@pytest.mark.parametrize("code", LETTERS)
def test_函件的编号只印一次_没有页眉(code):
    (first, *_) = pages_of(render(sample(code)).pdf)
    assert first.count("编号：") <= 1 + ("协议书编号：" in first)
    assert not first.startswith(sample(code).committee)


@pytest.mark.parametrize("field", ["name", "source", "extent", "form", "remark"])
@pytest.mark.parametrize("run", ["13897041234", "0974-8512345", "人民币1,234,567.89元", "AB" * 15])
def test_窄格里的长号码也印得出来(field, run):
    paper = sample("evidence_index")
    piece = replace(paper.items[0], **{field: run})
    filled = replace(paper, items=(piece,))
    assert run in re.sub(r"\u200b|<[^>]+>", "", compose.html(filled))
    assert render(filled).pages == 1, "一个字也没有超出单元格"


@pytest.mark.parametrize("before", range(8, 30, 3))
def test_百万元的数额落在行末也印得出来(before):
    words = "牧" * before + "人民币12,345,678.90元" + "牧户之间的草场争议，双方各执一词。" * 2
    for code, field in (("referral_letter", "claims"), ("mediation_agreement", "facts")):
        said = "".join(pages_of(render(replace(sample(code), **{field: words})).pdf))
        assert "12,345,678.90元" in said


@pytest.mark.parametrize("hosted", [True, False])
def test_联合记录主办在前在左(hosted):
    paper = replace(sample("joint_record"), hosted=hosted)
    ours, theirs = paper.committee, paper.partner
    first, second = (ours, theirs) if hosted else (theirs, ours)
    html = compose.html(paper)
    assert html.index(f"{first}</td>") < html.index(f"{second}</td>")
    anchors = render(paper).anchors
    left, right = ("seal", "partner") if hosted else ("partner", "seal")
    assert anchors[left].x2 < anchors[right].x1


def test_没有钱的履行写确认_有钱的写收到():
    paper = sample("fulfillment_receipt")
    money, deed = compose.html(paper), compose.html(replace(paper, amount=None))
    assert "今收到于大川" in money
    assert "兹确认于大川" in deed
    assert "交来" not in deed


def test_多人一方不问统一社会信用代码():
    paper = sample("application_form")
    group = replace(paper.parties[0], kind="group", legal_representative="王小山、于海")
    html = compose.html(replace(paper, parties=(group, paper.parties[1])))
    assert "信用代码" not in html
    assert "代表人" in html
