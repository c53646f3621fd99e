"""The night's work on sealed papers: validation data and a time stamp over all (PAdES LTA).

The strengthened file is kept beside the sealed one and both are known: a party who holds the file
as it was sealed holds no forgery.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Select, String, exists, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.access.founding import system_account
from app.cases.verbs import take_case
from app.dossiers.commands import Content, KeepStrengthened
from app.dossiers.enums import MediaType
from app.dossiers.issuing import find_paper
from app.dossiers.model import OF_PAPER, IssuedPaper
from app.dossiers.sealing import STAMP_ROOTS, folder_of
from app.dossiers.shelf import keep, take
from app.dossiers.tags import Tag
from app.kernel.bus import Bus, Work
from app.kernel.columns import CountyOwned, Model
from app.kernel.errors import NotNow
from documents.sign import KeysMissingError, load_committee_key
from documents.sign.longterm import strengthen
from documents.sign.stamping import HttpTimeStamper, StampFailed
from documents.sign.timestamps import LocalTimeStamper
from documents.verify import Trust, load_stamp_roots

AT_ONCE = 200
STAYS = "电子签章照旧有效，没有加固的会再试。"


class StrengthenedFile(CountyOwned, Model):
    """The sealed file of a paper, made to last: its hash and when."""

    __tablename__ = "strengthened_files"
    __table_args__ = (
        ForeignKeyConstraint(*OF_PAPER),
        ForeignKeyConstraint(
            ["county_id", "sha256"], ["stored_files.county_id", "stored_files.sha256"]
        ),
    )

    paper_id: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    strengthened_at: Mapped[datetime]


@dataclass(frozen=True)
class Night:
    """What a night's work did: how many were strengthened, how many wait, and why they do."""

    done: int
    waiting: int = 0
    why: str = ""


def strengthen_papers(bus: Bus, county_id: str, keys: Path, *, authority: str = "") -> Night:
    """Strengthen what is sealed and not yet strengthened. Once more does no more.

    `authority` is the address of a time-stamp authority; without one the key folder's own stamp
    key serves. Where no stamp is to be had, what is left stays as it is and waits for the next time.
    """
    with bus.database.read() as session:
        papers = _waiting(session, county_id)
        system = system_account(session, county_id) if papers else None
    asked = _authority(authority, bus.clock.now)
    for done, paper in enumerate(papers):
        folder = folder_of(keys, paper.committee_id)
        with bus.database.read() as session:
            sealed = take(session, county_id, paper.sha256).content
        try:
            pdf = _stamped(sealed, folder, asked, bus.clock.now)
        except StampFailed as error:
            return Night(done, len(papers) - done, f"{error}。{STAYS}")
        content = Content(pdf, hashlib.sha256(pdf).hexdigest(), MediaType.PDF, paper.pages)
        said: dict[str, Any] = {"county_id": county_id, "actor_id": system, "on": bus.clock.today()}
        bus.execute(KeepStrengthened(**said, case_id=paper.case_id, paper_id=paper.id, content=content))  # fmt: skip
    return Night(len(papers))


def keep_strengthened(command: KeepStrengthened, work: Work) -> UUID:
    """Keep a strengthened file beside the sealed one."""
    case = take_case(work)
    paper = find_paper(work.session, case, command.paper_id)
    keep(command.content, work)
    row = StrengthenedFile(county_id=paper.county_id, paper_id=paper.id)
    row.sha256, row.strengthened_at = command.content.sha256, work.now
    work.session.add(row)
    work.record(Tag.STRENGTHENED, case.id, paper_id=paper.id, sha256=row.sha256)
    return paper.id


def strengthened_paper(session: Session, county_id: str, sha256: str) -> IssuedPaper | None:
    """Find the paper whose strengthened file this is."""
    found = select(IssuedPaper).where(
        IssuedPaper.county_id == county_id,
        StrengthenedFile.county_id == county_id,
        StrengthenedFile.paper_id == IssuedPaper.id,
        StrengthenedFile.sha256 == sha256,
    )
    return session.scalars(found).first()


def strengthened_file(session: Session, paper: IssuedPaper) -> bytes | None:
    """Take a paper's strengthened file, where it has one."""
    row = session.get(StrengthenedFile, (paper.county_id, paper.id))
    return take(session, paper.county_id, row.sha256).content if row else None


def _authority(url: str, clock: Callable[[], datetime]) -> HttpTimeStamper | None:
    try:
        return HttpTimeStamper(url, clock) if url else None
    except StampFailed as error:
        raise NotNow(str(error)) from error


def _stamped(
    sealed: bytes, folder: Path, asked: HttpTimeStamper | None, clock: Callable[[], datetime]
) -> bytes:
    key = load_committee_key(folder)
    trust = replace(Trust.of(key), stamp_roots=load_stamp_roots(folder.parent / STAMP_ROOTS))
    try:
        return strengthen(sealed, asked or LocalTimeStamper(key, clock), trust)
    except KeysMissingError as error:
        raise NotNow(str(error)) from error


def waiting(session: Session, county_id: str) -> int:
    """Count what is sealed and not yet strengthened."""
    return session.scalar(_unstrengthened(county_id, select(func.count()))) or 0


def _waiting(session: Session, county_id: str) -> list[IssuedPaper]:
    mine = _unstrengthened(county_id, select(IssuedPaper))
    return list(session.scalars(mine.order_by(IssuedPaper.issued_at).limit(AT_ONCE)))


def _unstrengthened(county_id: str, asked: Select[Any]) -> Select[Any]:
    done = exists().where(
        StrengthenedFile.county_id == IssuedPaper.county_id,
        StrengthenedFile.paper_id == IssuedPaper.id,
    )
    return asked.where(
        IssuedPaper.county_id == county_id,
        IssuedPaper.signature_count > 0,
        IssuedPaper.superseded_at.is_(None),
        ~done,
    )
