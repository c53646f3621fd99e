"""The shelf: bytes by their hash, sealed at rest on either engine, given back only if whole."""

import hashlib
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.dossiers.commands import Content
from app.dossiers.model import StoredFile
from app.kernel.bus import Work
from app.kernel.crypto import SealBroken
from app.kernel.db import ring_of
from app.kernel.errors import NotFound

UNKNOWN = "没有这份文书，或者它不在您的办理范围。请从案件的文书页打开。"


@dataclass(frozen=True)
class Kept:
    """A file taken from the shelf."""

    content: bytes
    media_type: str


def keep(content: Content, work: Work) -> None:
    """Store bytes under their hash, once."""
    county_id, sha256 = work.command.county_id, content.sha256
    if work.session.get(StoredFile, (county_id, sha256)) is not None:
        return
    sealed = ring_of(work.session).seal_bytes(content.content, _place(county_id, sha256))
    file = StoredFile(county_id=county_id, sha256=sha256, content_sealed=sealed)
    file.media_type, file.stored_at = content.media_type, work.now
    work.session.add(file)
    work.session.flush()


def take(session: Session, county_id: str, sha256: str) -> Kept:
    """Give back the bytes of a hash; NotFound if there are none, SealBroken if they were changed."""
    file = session.get(StoredFile, (county_id, sha256))
    if file is None:
        raise NotFound(UNKNOWN)
    place = _place(county_id, sha256)
    content = ring_of(session).open_bytes(file.content_sealed, place)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SealBroken(place)
    return Kept(content, file.media_type)


def _place(county_id: str, sha256: str) -> str:
    return f"stored_files|content|{county_id}|{sha256}"
