"""What became of each paper: copies printed, scans brought back, who is seen to have signed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.dossiers.model import IssuedPaper, PaperPrint, PaperScan, ScanSigner
from app.people.users import User


@dataclass(frozen=True)
class Copy:
    """One copy that left the printer."""

    number: int
    printed_by: str
    printed_at: datetime


@dataclass
class Past:
    """One paper's past."""

    prints: list[Copy] = field(default_factory=list)
    scans: list[PaperScan] = field(default_factory=list)
    signers: list[ScanSigner] = field(default_factory=list)


def history_of(session: Session, case: Case) -> Mapping[UUID, Past]:
    """Gather the past of every paper of a case, by the paper's id."""
    past: dict[UUID, Past] = {}
    for paper_id, copy in _prints(session, case):
        past.setdefault(paper_id, Past()).prints.append(copy)
    for scan in _scans(session, case):
        past.setdefault(scan.paper_id, Past()).scans.append(scan)
    for scan_id, signers in _signers(session, case).items():
        owner = next(one for one in past.values() if any(s.id == scan_id for s in one.scans))
        owner.signers += signers
    return past


def _prints(session: Session, case: Case) -> Iterator[tuple[UUID, Copy]]:
    found = (
        select(PaperPrint, User.name)
        .join(
            IssuedPaper,
            (IssuedPaper.county_id == PaperPrint.county_id)
            & (IssuedPaper.id == PaperPrint.paper_id),
        )
        .join(User, (User.county_id == PaperPrint.county_id) & (User.id == PaperPrint.printed_by))
        .where(IssuedPaper.county_id == case.county_id, IssuedPaper.case_id == case.id)
        .order_by(PaperPrint.paper_id, PaperPrint.copy_number)
    )
    for row, name in session.execute(found):
        yield row.paper_id, Copy(row.copy_number, name, row.printed_at)


def _scans(session: Session, case: Case) -> Sequence[PaperScan]:
    found = (
        select(PaperScan)
        .join(
            IssuedPaper,
            (IssuedPaper.county_id == PaperScan.county_id) & (IssuedPaper.id == PaperScan.paper_id),
        )
        .where(IssuedPaper.county_id == case.county_id, IssuedPaper.case_id == case.id)
    )
    return session.scalars(found.order_by(PaperScan.scanned_at, PaperScan.id)).all()


def _signers(session: Session, case: Case) -> dict[UUID, list[ScanSigner]]:
    scans = [scan.id for scan in _scans(session, case)]
    if not scans:
        return {}
    rows = session.scalars(
        select(ScanSigner)
        .where(ScanSigner.county_id == case.county_id, ScanSigner.scan_id.in_(scans))
        .order_by(ScanSigner.scan_id, ScanSigner.ordinal)
    )
    grouped: dict[UUID, list[ScanSigner]] = {}
    for row in rows:
        grouped.setdefault(row.scan_id, []).append(row)
    return grouped
