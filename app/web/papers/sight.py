"""Find a paper for this person, and give its bytes to the browser as they are."""

from urllib.parse import quote
from uuid import UUID

from flask import Response

from app.cases.model import Case
from app.cases.visibility import find_case
from app.dossiers.model import IssuedPaper
from app.dossiers.shelf import UNKNOWN, take
from app.kernel.errors import NotFound
from app.web import door


def sighted(paper_id: UUID) -> tuple[IssuedPaper, Case]:
    """Find a paper and its case; both look the same whether out of sight or not there."""
    row = door.reading().get(IssuedPaper, (door.actor().county_id, paper_id))
    if row is None:
        raise NotFound(UNKNOWN)
    return row, find_case(door.reading(), door.actor(), row.case_id)


def inline(sha256: str, name: str) -> Response:
    """Show stored bytes in the browser; never as a page of ours."""
    file = take(door.reading(), door.actor().county_id, sha256)
    return as_file(file.content, file.media_type, name)


def as_file(content: bytes, media_type: str, name: str) -> Response:
    """Answer bytes under their true type, to be shown and not run."""
    answer = Response(content, content_type=media_type)
    # A header is Latin-1 on the wire: the Chinese name goes as RFC 6266 says.
    answer.headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name, safe='')}"
    return answer


def as_attachment(content: bytes, media_type: str, name: str) -> Response:
    """Answer bytes to be kept as a file of that name."""
    answer = Response(content, content_type=media_type)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return answer
