"""The night's work: sealed files are made to last once, and both files stay known."""

import pytest

from app.dossiers.model import IssuedPaper
from app.dossiers.register import check_file
from app.dossiers.strengthening import StrengthenedFile, strengthen_papers
from tests.dossiers.desk import bytes_of, issued
from tests.world import COUNTY


@pytest.fixture
def paper(file, keys):
    return issued(file, keys, "acceptance_form")


def test_已盖章的加固一次_加固前后的文件都认得_回退的不认(file, keys, paper):
    assert paper.signature_count == 2
    assert strengthen_papers(file.bus, COUNTY, keys) == 1
    assert strengthen_papers(file.bus, COUNTY, keys) == 0
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
    assert strengthen_papers(file.bus, COUNTY, keys) == 1
    with file.database.read() as session:
        (row,) = session.query(StrengthenedFile).all()
        assert row.paper_id == again.id
        assert session.query(IssuedPaper).count() == 2
