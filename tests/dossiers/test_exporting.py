"""A case's file goes out as a package that a bare Python checks; going out leaves a footprint."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.dossiers.model import IssuedPaper
from app.dossiers.sealing import STAMP_ROOTS
from app.dossiers.strengthening import strengthen_papers
from app.kernel.footprints import Footprint
from documents import sign
from documents.sign.timestamps import LocalTimeStamper
from tests.agreements.table import conclude_fully
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.documents import authority
from tests.dossiers.test_pages import client, issue, there  # noqa: F401 (a fixture)
from tests.dossiers.test_scanning import picture
from tests.world import COUNTY, TODAY


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    conclude_fully(file, day=TODAY)
    return file


@pytest.fixture
def unpacked(file, client, tmp_path):  # noqa: F811 (the fixture)
    issue(file, client)
    agreement = issue(file, client, "mediation_agreement")
    path = there(file, f"/scans?paper={agreement.id}")
    sheet = fields(client.get(path).text) | {"scan": (io.BytesIO(picture()), "a.jpg")}
    sent = client.post(there(file, "/scans"), data=sheet, content_type="multipart/form-data")
    assert sent.status_code == 303
    key = fields(client.get(there(file, "/papers")).text)["key"]
    answer = client.post(there(file, "/dossier-package"), data={"key": key})
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        package.extractall(tmp_path / "out")
    return tmp_path / "out"


def check(folder):
    command = [sys.executable, "-I", "-S", folder / "verify.py"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")


def test_整卷导出_光有Python就能核验_坏了说出是哪一件(unpacked, file):
    names = sorted(path.name for path in (unpacked / "papers").iterdir())
    assert names == [
        "00-卷宗.json", "00-卷宗.pdf", "01-人民调解受理登记表.json", "01-人民调解受理登记表.pdf",
        "02-人民调解协议书-扫描1.jpg", "02-人民调解协议书.json", "02-人民调解协议书.pdf",
    ]  # fmt: skip
    done = check(unpacked)
    assert done.returncode == 0, done.stdout + done.stderr
    listed = json.loads((unpacked / "papers" / "00-卷宗.json").read_text("utf-8"))
    hashes = [paper.sha256 for paper in file.rows(IssuedPaper)]
    assert sorted(one["内容摘要"] for one in listed["文书"]) == sorted(hashes)
    scan = unpacked / "papers" / "02-人民调解协议书-扫描1.jpg"
    scan.write_bytes(scan.read_bytes() + b"x")
    done = check(unpacked)
    assert done.returncode == 1
    assert "先看这一处：papers/02-人民调解协议书-扫描1.jpg：内容与清单不一致" in done.stdout


def test_导出留痕(unpacked, file):
    with file.database.read() as session:
        tags = [one.tag for one in session.query(Footprint)]
    assert tags.count("dossier:exported") == 1


def test_看不到案件的不能导出(file, as_user):
    for name, status in (("韩玉梅", 404), ("外县人", 404), ("管理员", 403)):
        assert as_user(name).post(there(file, "/dossier-package")).status_code == status


LASTING = "01-人民调解受理登记表-长期保存.pdf"


def exported(file, client, folder):  # noqa: F811 (a client)
    key = fields(client.get(there(file, "/papers")).text)["key"]
    answer = client.post(there(file, "/dossier-package"), data={"key": key})
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        package.extractall(folder)
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    return {Path(one["name"]).name: one["sealed"] for one in listed}


def test_加固过的_长期保存件一起导出_坏了说出是哪一件(file, client, keys, tmp_path):  # noqa: F811 (the fixture)
    issue(file, client)
    assert LASTING not in exported(file, client, tmp_path / "before")
    assert strengthen_papers(file.bus, COUNTY, keys).done == 1
    assert exported(file, client, tmp_path / "after")[LASTING] is True
    assert check(tmp_path / "after").returncode == 0
    lasting = tmp_path / "after" / "papers" / LASTING
    lasting.write_bytes(lasting.read_bytes()[:-1])
    assert f"先看这一处：papers/{LASTING}：内容与清单不一致" in check(tmp_path / "after").stdout


def test_别家的时间戳_导出核对内容摘要_不替它判断(file, client, keys, tmp_path):  # noqa: F811 (the fixture)
    issue(file, client)
    sign.make_committee_key(tmp_path / "tsa", "某时间戳服务机构")
    elsewhere = sign.load_committee_key(tmp_path / "tsa")
    own = shutil.copytree(keys, tmp_path / "theirs")
    (own / STAMP_ROOTS).write_bytes(elsewhere.roots[0].public_bytes(Encoding.PEM))
    theirs = LocalTimeStamper(elsewhere, file.bus.clock.now)
    with authority.serving(authority.honest(theirs)) as (url, _):
        strengthen_papers(file.bus, COUNTY, own, authority=url)
    assert exported(file, client, tmp_path / "out")[LASTING] is False
    assert check(tmp_path / "out").returncode == 0
