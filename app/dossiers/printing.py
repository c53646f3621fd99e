"""The bytes that go to the printer: copies of the log alone, each marked."""

from sqlalchemy.orm import Session

from app.dossiers.issuing import printed_copies
from app.dossiers.model import IssuedPaper
from app.dossiers.shelf import take
from app.kernel.errors import NotFound
from documents.copies import copies_of


def marked_copies(session: Session, paper: IssuedPaper, first: int, last: int) -> bytes:
    """Give copies of the log, each page marked with its number; NotFound if not in the log."""
    if not 1 <= first <= last <= printed_copies(session, paper):
        raise NotFound("这几份还没有登记打印。请在案件的文书页点“打印”。")
    frozen = take(session, paper.county_id, paper.frozen_sha256)
    return copies_of(frozen.content, paper.frozen_sha256, range(first, last + 1), paper.copies)
