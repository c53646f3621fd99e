"""The night's work: sealed files are made to last once, and both files stay known."""

import shutil

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.dossiers.model import IssuedPaper
from app.dossiers.register import check_file
from app.dossiers.strengthening import StrengthenedFile, strengthen_papers
from app.kernel.errors import NotNow
from documents import sign
from documents.sign.timestamps import LocalTimeStamper
from tests.documents import authority
from tests.dossiers.desk import bytes_of, issued
from tests.world import COUNTY


@pytest.fixture
def paper(file, keys):
    return issued(file, keys, "acceptance_form")


def test_已盖章的加固一次_加固前后的文件都认得_回退的不认(file, keys, paper):
    assert paper.signature_count == 2
    assert strengthen_papers(file.bus, COUNTY, keys).done == 1
    assert strengthen_papers(file.bus, COUNTY, keys).done == 0
    with file.database.read() as session:
        (row,) = session.query(StrengthenedFile).all()
    sealed, strong = bytes_of(file, paper.sha256), bytes_of(file, row.sha256)
    assert strong.startswith(sealed)
    with file.database.read() as session:
        assert check_file(session, sealed, keys).valid
        assert check_file(session, strong, keys).valid
        assert not check_file(session, strong + b" ", keys).valid
        assert not check_file(session, bytes_of(file, paper.frozen_sha256), keys).valid


def test_换过版本的不再加固(file, keys, paper):
    again = issued(file, keys, "acceptance_form")
    assert strengthen_papers(file.bus, COUNTY, keys).done == 1
    with file.database.read() as session:
        (row,) = session.query(StrengthenedFile).all()
        assert row.paper_id == again.id
        assert session.query(IssuedPaper).count() == 2


@pytest.fixture
def elsewhere(tmp_path):
    """An authority of its own, whose root the county put beside its keys."""
    sign.make_committee_key(tmp_path / "tsa", "某时间戳服务机构")
    return sign.load_committee_key(tmp_path / "tsa")


def test_时间戳服务不通_签章照旧有效_恢复以后补上(file, keys, paper, elsewhere, tmp_path):
    own = shutil.copytree(keys, tmp_path / "committee")
    (own / "tsa.pem").write_bytes(elsewhere.roots[0].public_bytes(Encoding.PEM))
    theirs = LocalTimeStamper(elsewhere, file.bus.clock.now)
    with authority.serving(authority.honest(theirs)) as (url, asked):
        pass
    night = strengthen_papers(file.bus, COUNTY, own, authority=url)
    assert (night.done, night.waiting) == (0, 1)
    assert night.why == "时间戳服务连不上。电子签章照旧有效，没有加固的会再试。"
    with file.database.read() as session:
        assert session.query(StrengthenedFile).count() == 0
        assert check_file(session, bytes_of(file, paper.sha256), own).valid
    with authority.serving(authority.honest(theirs)) as (url, asked):
        assert strengthen_papers(file.bus, COUNTY, own, authority=url).done == 1
    assert asked, "时间戳是从网上要来的"
    with file.database.read() as session:
        (row,) = session.query(StrengthenedFile).all()
    with file.database.read() as session:
        assert check_file(session, bytes_of(file, row.sha256), own).valid
        assert not check_file(session, bytes_of(file, row.sha256), keys).valid, "没有它的根就不信"


def test_时间戳服务的网址写错了_说清楚(file, keys, paper):
    with pytest.raises(NotNow, match="https://"):
        strengthen_papers(file.bus, COUNTY, keys, authority="tsa.example")
