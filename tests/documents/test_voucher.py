"""The QR code proves what was issued, offline, and nothing else passes for it."""

import dataclasses
import io
import resource
import stat
import subprocess

import pikepdf
import pytest
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from documents import base45, compose
from documents.issue import issue
from documents.samples import sample
from documents.voucher import (
    BadVoucher,
    check,
    check_code,
    coded,
    is_check_code,
    load_code_key,
    make_code_key,
    public_half,
    terms_of,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
AGREEMENT = sample("mediation_agreement")


@pytest.fixture(scope="module")
def issued(press):
    return issue(AGREEMENT, KEY)


def test_the_printed_code_is_read_from_a_scan_and_checked(issued, tmp_path):
    paper, printed = issued
    (tmp_path / "a.pdf").write_bytes(printed.pdf)
    scan = ["pdftoppm", "-r", "200", "-png", "-gray", "-f", "3", "a.pdf", "scan"]
    subprocess.run(scan, cwd=tmp_path, check=True)
    found = zxingcpp.read_barcodes(Image.open(next(tmp_path.glob("scan*.png"))))
    assert [one.text for one in found] == [paper.qr_text]
    facts = check(found[0].text, KEY.public_key())
    assert facts.number == AGREEMENT.number
    assert (facts.day, facts.pages, facts.fen, facts.due) == (20260318, 3, 102_000, 20260331)
    assert facts.names == ("王*山", "于*川")
    assert facts.terms == terms_of(AGREEMENT) == terms_of(paper)


def test_an_issued_agreement_is_small_for_its_fonts_hold_what_draws_and_no_more(issued):
    with pikepdf.open(io.BytesIO(issued[1].pdf)) as pdf:
        programs = [item.read_bytes() for item in pdf.objects if "/Length1" in _stream(item)]
    held = [{tag.strip() for tag in TTFont(io.BytesIO(one)).reader.tables} for one in programs]
    assert held == [{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}] * 3
    assert len(issued[1].pdf) <= 130_000


def _stream(item):
    return item if isinstance(item, pikepdf.Stream) else {}


def test_other_terms_have_another_hash():
    changed = dataclasses.replace(AGREEMENT, facts=AGREEMENT.facts + "。")
    assert terms_of(changed) != terms_of(AGREEMENT)


def test_a_draft_bears_no_code(issued):
    assert "<img" in compose.html(issued[0])
    assert "<img" not in compose.html(issued[0], draft=True)


def test_forgeries_are_refused():
    text = coded(AGREEMENT, 3, KEY).qr_text
    assert check(text, KEY.public_key())
    other = Ed25519PrivateKey.generate().public_key()
    with pytest.raises(BadVoucher, match="不是本县签发"):
        check(text, other)
    last = "0" if text[-1] != "0" else "1"
    for forged in (
        text[:-1] + last,
        text[:-2],
        text[:-1],
        "MD:??",
        "MD:",
        text.lower(),
        "x" * 2000,
    ):
        with pytest.raises(BadVoucher):
            check(forged, KEY.public_key())


@given(st.binary(max_size=80))
def test_base45_has_one_text_for_each_bytes(data):
    assert base45.decode(base45.encode(data)) == data


@pytest.mark.parametrize("text", [":::", "A", "ABCD", "a0", "::"])
def test_base45_refuses_what_is_no_code(text):
    with pytest.raises(ValueError, match=r"base45|substring"):
        base45.decode(text)


def test_the_short_code_catches_slips_of_the_tongue():
    code = check_code("any text")
    assert is_check_code(code)
    assert is_check_code(code.lower().replace("-", ""))
    plain = code.replace("-", "")
    for place in range(10):
        wrong = "Z" if plain[place] != "Z" else "Y"
        assert not is_check_code(plain[:place] + wrong + plain[place + 1 :])
    assert not is_check_code("")
    assert not is_check_code("7QK4-XN2P-9I")


def test_the_key_is_made_once_and_private(tmp_path):
    path = tmp_path / "keys" / "code.key"
    make_code_key(path, secret=b"a secret")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        make_code_key(path, secret=b"a secret")
    with pytest.raises(TypeError):
        load_code_key(path)
    assert len(public_half(load_code_key(path, secret=b"a secret"))) == 32


def test_a_full_disk_leaves_no_half_key(tmp_path):
    whole = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, whole[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            make_code_key(tmp_path / "code.key")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, whole)
    assert list(tmp_path.iterdir()) == []
    make_code_key(tmp_path / "code.key")
    assert load_code_key(tmp_path / "code.key")
