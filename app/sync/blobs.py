"""Files on their way: pieces in order, whole only by their hash, the same piece twice is one."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.dossiers.commands import Content
from app.dossiers.enums import MediaType
from app.dossiers.model import StoredFile
from app.dossiers.shelf import keep
from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.sync.envelope import MOST_BYTES
from app.sync.model import BlobPiece

MOST_PIECE = 65536
MAGIC = {
    b"\xff\xd8\xff": MediaType.JPEG,
    b"\x89PNG\r\n\x1a\n": MediaType.PNG,
    b"%PDF-": MediaType.PDF,
    b"\x1aE\xdf\xa3": MediaType.WEBM,
    b"{": MediaType.JSON,
    b"[": MediaType.JSON,
}


@dataclass(frozen=True)
class Progress:
    """How far a file is: whole, or the offset (bytes) at which the next piece begins."""

    is_whole: bool
    offset: int = 0
    fault: str = ""


def progress_of(session: Session, county_id: str, sha256: str) -> Progress:
    """Say how far a file is."""
    if session.get(StoredFile, (county_id, sha256)) is not None:
        return Progress(is_whole=True)
    return Progress(is_whole=False, offset=_held(session, county_id, sha256))


@dataclass(frozen=True)
class Piece:
    """A piece of a file: where it begins and how big the whole is, in bytes."""

    sha256: str
    offset: int
    size: int
    content: bytes


def take_piece(work: Work, piece: Piece) -> Progress:
    """Keep the next piece; the last one makes the file whole, or all pieces begin anew."""
    if not 0 < piece.size <= MOST_BYTES or not 0 < len(piece.content) <= MOST_PIECE:
        raise Incomplete("附件太大或分段不对：每个附件最多 20 MB，每段最多 64 KB。")
    county_id = work.command.county_id
    known = progress_of(work.session, county_id, piece.sha256)
    if known.is_whole:
        return known
    end = piece.offset + len(piece.content)
    if piece.offset != known.offset or end > piece.size:
        return Progress(is_whole=False, offset=known.offset, fault="offset")
    _keep_piece(work, piece)
    if end < piece.size:
        return Progress(is_whole=False, offset=end)
    return _close(work, piece.sha256)


def kind_of_content(content: bytes) -> MediaType | None:
    """Say what a file is by its first bytes; None where it is none that is kept, or too big."""
    if not 0 < len(content) <= MOST_BYTES:
        return None
    return next((kind for magic, kind in MAGIC.items() if content.startswith(magic)), None)


def _keep_piece(work: Work, piece: Piece) -> None:
    county_id = work.command.county_id
    sealed = work.ring.seal_bytes(piece.content, _place(county_id, piece.sha256, piece.offset))
    row = BlobPiece(county_id=county_id, sha256=piece.sha256, offset=piece.offset)
    row.size, row.content_sealed, row.kept_at = len(piece.content), sealed, work.now
    work.session.add(row)
    work.session.flush()


def _close(work: Work, sha256: str) -> Progress:
    county_id = work.command.county_id
    mine = BlobPiece.county_id == county_id, BlobPiece.sha256 == sha256
    rows = work.session.scalars(select(BlobPiece).where(*mine).order_by(BlobPiece.offset)).all()
    whole = b"".join(
        work.ring.open_bytes(row.content_sealed, _place(county_id, sha256, row.offset))
        for row in rows
    )
    work.session.execute(delete(BlobPiece).where(*mine))
    kind = kind_of_content(whole)
    if hashlib.sha256(whole).hexdigest() != sha256 or kind is None:
        return Progress(is_whole=False, fault="hash")
    keep(Content(whole, sha256, kind, 1), work)
    return Progress(is_whole=True)


def _held(session: Session, county_id: str, sha256: str) -> int:
    mine = BlobPiece.county_id == county_id, BlobPiece.sha256 == sha256
    return session.scalar(select(func.coalesce(func.sum(BlobPiece.size), 0)).where(*mine)) or 0


def _place(county_id: str, sha256: str, offset: int) -> str:
    return f"blob_pieces|content|{county_id}|{sha256}|{offset}"
