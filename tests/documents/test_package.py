"""An exported package is checked by a fresh Python that has nothing of ours installed."""

import io
import subprocess
import sys
import zipfile
from datetime import date

import pytest

from documents import sign
from documents.package import BadName, Packed, pack
from documents.sign.longterm import strengthen
from documents.sign.timestamps import LocalTimeStamper
from tests.documents import attacks
from tests.documents.conftest import COMMITTEE, SIGNED_AT

ON = date(2026, 4, 28)


@pytest.fixture(scope="module")
def files(sealed, agreement, key, trust):
    strong = strengthen(sealed, LocalTimeStamper(key, lambda: SIGNED_AT), trust)
    return [
        Packed("协议书.pdf", "人民调解协议书", sealed, sealed=True),
        Packed("加固/协议书.pdf", "人民调解协议书", strong, sealed=True),
        Packed("未签.pdf", "人民调解协议书", agreement.pdf),
    ]


@pytest.fixture
def unpacked(files, key, tmp_path):
    with zipfile.ZipFile(io.BytesIO(pack(files, key, made_on=ON))) as package:
        package.extractall(tmp_path)
    return tmp_path


def run(folder):
    """Isolated mode: no site packages, no working folder, no environment."""
    command = [sys.executable, "-I", "-S", folder / "verify.py"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")


def test_a_package_as_it_was_made_is_accepted(unpacked, key):
    done = run(unpacked)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "验证通过" in done.stdout
    assert key.hands["seal"].sha256 in done.stdout


def test_the_same_papers_give_the_same_bytes(files, key):
    assert pack(files, key, made_on=ON) == pack(files, key, made_on=ON)


def rewritten(unpacked, name, change):
    path = unpacked / "papers" / name
    path.write_bytes(change(path.read_bytes()))


def test_a_changed_paper_is_refused(unpacked):
    rewritten(unpacked, "未签.pdf", lambda pdf: pdf + b" ")
    done = run(unpacked)
    assert done.returncode == 1
    assert "未签.pdf：内容与清单不一致" in done.stdout


def test_a_missing_and_an_added_paper_are_named(unpacked):
    (unpacked / "papers" / "未签.pdf").unlink()
    (unpacked / "papers" / "多出.pdf").write_bytes(b"%PDF-")
    said = run(unpacked).stdout
    assert "未签.pdf：文件不见了" in said
    assert "多出.pdf：清单中没有这个文件" in said


def test_a_changed_list_is_refused(unpacked):
    path = unpacked / "manifest.json"
    path.write_text(path.read_text("utf-8").replace("2026-04-28", "2026-04-29"), "utf-8")
    assert "清单的签名无效" in run(unpacked).stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [("manifest.json", "manifest.json：文件不见了"), ("manifest.sig", "manifest.sig：文件不见了"),
     ("certificates/system.pem", "system.pem：文件不见了"), ("certificates/seal.pem", "seal.pem：文件不见了")],
)  # fmt: skip
def test_what_the_check_itself_needs_is_named_when_missing(unpacked, name, words):
    (unpacked / name).unlink()
    done = run(unpacked)
    assert done.returncode == 1
    assert words in done.stdout
    assert done.stderr == ""


def test_a_garbled_certificate_is_an_answer(unpacked):
    (unpacked / "certificates" / "system.pem").write_text("garbage", "ascii")
    done = run(unpacked)
    assert (done.returncode, done.stderr) == (1, "")
    assert "格式不对" in done.stdout


def test_the_first_broken_item_is_said_first(unpacked):
    rewritten(unpacked, "未签.pdf", lambda pdf: pdf + b" ")
    rewritten(unpacked, "协议书.pdf", lambda pdf: pdf + b" ")
    first = next(line for line in run(unpacked).stdout.splitlines() if line.startswith("×"))
    assert first == "× 先看这一处：papers/协议书.pdf：内容与清单不一致"


ATTACKS = {
    "末尾添字节": attacks.append_bytes,
    "改动一个字节": attacks.flip_a_byte,
    "覆盖正文": attacks.overlay_content,
    "回退": lambda pdf: attacks.roll_back(pdf, 6),
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_forged_pdf_is_refused_even_under_a_list_signed_anew(attack, sealed, key, tmp_path):
    forged = Packed("协议书.pdf", "人民调解协议书", attack(sealed), sealed=True)
    with zipfile.ZipFile(io.BytesIO(pack([forged], key, made_on=ON))) as package:
        package.extractall(tmp_path)
    assert run(tmp_path).returncode == 1


def test_another_s_seal_is_refused(agreement, key, tmp_path):
    sign.make_committee_key(tmp_path / "forged", COMMITTEE)
    forger = sign.load_committee_key(tmp_path / "forged")
    forged = sign.seal(agreement, forger, signed_at=SIGNED_AT)
    packed = [Packed("协议书.pdf", "人民调解协议书", forged, sealed=True)]
    with zipfile.ZipFile(io.BytesIO(pack(packed, key, made_on=ON))) as package:
        package.extractall(tmp_path / "out")
    assert "不是登记的证书所签" in run(tmp_path / "out").stdout


@pytest.mark.parametrize("name", ["/etc/passwd", "../a.pdf", "a/../../b.pdf", "", "a\\b.pdf"])
def test_a_name_stays_inside(name, key):
    with pytest.raises(BadName):
        pack([Packed(name, "x", b"x")], key, made_on=ON)
