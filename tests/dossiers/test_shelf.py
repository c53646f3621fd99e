"""Papers at rest: unreadable to who copies the database, and never given back changed."""

import pytest
from sqlalchemy import LargeBinary, column, select, table, update

from app.dossiers.shelf import take
from app.kernel.crypto import SealBroken
from app.kernel.errors import NotFound
from tests.dossiers.desk import bytes_of, issued
from tests.world import COUNTY

FILES = table("stored_files", column("sha256"), column("content_sealed", LargeBinary))


def test_存件加密存放_改动或调换都读不出来(file, keys):
    one, other = (issued(file, keys, code) for code in ("acceptance_form", "intake_receipt"))
    assert bytes_of(file, one.sha256).startswith(b"%PDF-")
    with file.database.read() as session:
        rows = dict(session.execute(select(FILES.c.sha256, FILES.c.content_sealed)).all())
        assert not any(b"%PDF-" in sealed for sealed in rows.values())
        with pytest.raises(NotFound):
            take(session, COUNTY, "0" * 64)
    with file.database.write() as session:
        there = update(FILES).where(FILES.c.sha256 == one.sha256)
        session.execute(there.values(content_sealed=rows[other.sha256]))
    with pytest.raises(SealBroken):
        bytes_of(file, one.sha256)
