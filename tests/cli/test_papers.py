"""`papers` as the contract says it."""

import json

import pikepdf
import pytest

from tests.agreements.table import conclude_fully, late_bus
from tests.case_file import open_case
from tests.documents import attacks
from tests.documents.test_sm2 import give_sm2_key


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, late_bus(bus), file_number="（2026）共倒人调字第1号")
    conclude_fully(file)
    return file


@pytest.fixture
def say(flask):
    def run(*words):
        noun = [] if words[0] in {"papers", "dossiers"} else ["papers"]
        return flask.test_cli_runner().invoke(args=[*noun, *map(str, words)])

    return run


def test_列出_出具_核验(file, say, tmp_path):
    number = file.read(lambda case: case.number)
    listed = json.loads(say("list", number).stdout)
    assert {"paper", "title", "required", "state", "sha256", "pages"} == set(listed[0])
    assert next(l for l in listed if l["paper"] == "mediation_agreement")["state"] == "missing"  # noqa: E741 (a line)
    out = tmp_path / "agreement.pdf"
    done = say("issue", number, "mediation_agreement", "--out", out)
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told) == {"paper", "sha256", "pages", "signatures"}
    checked = say("verify", out)
    verdict = json.loads(checked.stdout)
    assert (checked.exit_code, verdict["valid"], verdict["register"]) == (0, True, "known")
    listed = json.loads(say("list", "（2026）共倒人调字第1号").stdout)
    line = next(one for one in listed if one["paper"] == "mediation_agreement")
    assert (line["state"], line["sha256"]) == ("sealed", told["sha256"])


def test_改动过的文件退出码为1(file, say, tmp_path):
    out = tmp_path / "form.pdf"
    say("issue", file.read(lambda case: case.number), "acceptance_form", "--out", out)
    out.write_bytes(out.read_bytes() + b"x")
    done = say("verify", out)
    told = json.loads(done.stdout)
    assert (done.exit_code, told["valid"]) == (1, False)
    assert set(told) == {"valid", "verdict", "signatures", "register", "problems"}


def test_没有那个文件夹_先说_什么也不出具(file, say, tmp_path):
    number = file.read(lambda case: case.number)
    for words in (("papers", "issue", number, "acceptance_form"), ("dossiers", "export", number)):
        done = say(*words, "--out", tmp_path / "none" / "x")
        assert done.exit_code == 2
        assert "没有这个文件夹" in done.stderr
    listed = json.loads(say("list", number).stdout)
    assert next(one for one in listed if one["paper"] == "acceptance_form")["state"] == "missing"


def test_磁盘满了_文件没有写成_出具了的照实说(file, say, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    number, out = file.read(lambda case: case.number), tmp_path / "form.pdf"
    out.write_bytes(b"before")
    monkeypatch.setattr("app.cli.handing.write_whole", full)
    done = say("issue", number, "acceptance_form", "--out", out)
    assert done.exit_code == 2
    assert "已经出具并存档" in done.stderr
    assert "磁盘满了" in done.stderr
    assert out.read_bytes() == b"before"
    listed = json.loads(say("list", number).stdout)
    assert next(one for one in listed if one["paper"] == "acceptance_form")["sha256"]


ATTACKS = {
    "改动一个字节": attacks.flip_a_byte,
    "末尾添字节": attacks.append_bytes,
    "覆盖正文": attacks.overlay_content,
    "添加一页": attacks.append_a_page,
    "批注遮盖": attacks.cover_with_an_annotation,
    "换掉印章图样": lambda pdf: attacks.swap_an_appearance(pdf, "sig-seal"),
    "退回只有认证": lambda pdf: attacks.roll_back(pdf, 1),
    "退回签章以前": lambda pdf: pdf[: pdf.index(b"%%EOF") + 6],
    "截掉一半": lambda pdf: pdf[: len(pdf) // 2],
}


def test_每一种篡改都不通过(file, say, tmp_path):
    out = tmp_path / "agreement.pdf"
    say("issue", file.read(lambda case: case.number), "mediation_agreement", "--out", out)
    pdf = out.read_bytes()
    for name, attack in ATTACKS.items():
        out.write_bytes(attack(pdf))
        done = say("verify", out)
        told = json.loads(done.stdout)
        assert (done.exit_code, told["valid"]) == (1, False), name
        assert told["problems"], name


@pytest.mark.parametrize("words", [("list", "没有这个案号"), ("issue", "无", "acceptance_form", "--out", "x.pdf")])  # fmt: skip
def test_没有的案件退出码为2(file, say, words):
    done = say(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "没有案号" in done.stderr


def test_装订卷宗_说出缺哪些(file, flask, say, tmp_path):
    number = file.read(lambda case: case.number)
    for paper in ("acceptance_form", "mediation_agreement"):
        say("issue", number, paper, "--out", tmp_path / "x.pdf")
    out = tmp_path / "file.pdf"
    done = flask.test_cli_runner().invoke(args=["dossiers", "build", number, "--out", str(out)])
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert {"rights_notice", "identity_documents", "mediation_record"} <= set(told["missing"])
    assert "acceptance_form" not in told["missing"]
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == told["pages"] + 3


def test_配了国密密钥_盖章的文书旁边有国密签名_核验时一起看(file, say, flask, tmp_path):
    out, side = tmp_path / "form.pdf", tmp_path / "form.pdf.sm2.p7s"
    number = file.read(lambda case: case.number)
    assert say("issue", number, "acceptance_form", "--out", out).exit_code == 0
    assert not side.exists(), "没有国密密钥就没有"
    committee = file.read(lambda case: case.committee_id)
    give_sm2_key(flask.extensions["sizhen.config"].home / "committee" / str(committee))
    done = say("issue", number, "acceptance_form", "--out", out)
    assert done.exit_code == 0, done.stderr
    assert "国密签名：form.pdf.sm2.p7s" in done.stderr
    checked = say("verify", out)
    assert (checked.exit_code, "国密签名有效" in checked.stderr) == (0, True)
    side.write_bytes(side.read_bytes()[:-1])
    checked = say("verify", out)
    assert (checked.exit_code, "国密签名不通过" in checked.stderr) == (1, True)
    assert json.loads(checked.stdout)["valid"], "签章本身没有问题"
