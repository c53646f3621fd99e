"""How tests issue papers: the wish as every door says it, and the bytes that were kept."""

from datetime import date

from app.dossiers.commands import IssuePaper
from app.dossiers.model import IssuedPaper
from app.dossiers.pressing import issue
from app.dossiers.shelf import take
from tests.world import COUNTY

DAY = date(2026, 3, 6)


def wish(file, code, subject_id=None, by="扎西多杰", on=DAY):
    return IssuePaper(
        county_id=COUNTY, actor_id=file.world.users[by], on=on, case_id=file.id, code=code,
        subject_id=subject_id or file.id,
    )  # fmt: skip


def issued(file, keys, code, subject_id=None, key=None, **said):
    """Issue a paper and give its row."""
    paper_id = issue(file.bus, wish(file, code, subject_id, **said), keys, key=key)
    with file.database.read() as session:
        return session.get_one(IssuedPaper, (COUNTY, paper_id))


def bytes_of(file, sha256):
    with file.database.read() as session:
        return take(session, COUNTY, sha256).content
