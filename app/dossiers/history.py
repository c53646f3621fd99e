"""What became of each paper: copies printed, scans brought back, who is seen to have signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.dossiers.model import IssuedPaper, PaperPrint, PaperScan, ScanSigner


@dataclass
class Past:
    """One paper's past."""

    copies: int = 0
    scans: list[PaperScan] = field(default_factory=list)
    signers: list[ScanSigner] = field(default_factory=list)


def history_of(session: Session, case: Case) -> Mapping[UUID, Past]:
    """Gather the past of every paper of a case, by the paper's id."""
    mine = (IssuedPaper.county_id == case.county_id, IssuedPaper.case_id == case.id)
    past: dict[UUID, Past] = {}
    printed = (
        select(PaperPrint.paper_id, func.count())
        .join(
            IssuedPaper,
            (IssuedPaper.county_id == PaperPrint.county_id)
            & (IssuedPaper.id == PaperPrint.paper_id),
        )
        .where(*mine)
        .group_by(PaperPrint.paper_id)
    )
    for paper_id, copies in session.execute(printed):
        past.setdefault(paper_id, Past()).copies = copies
    for scan in _scans(session, case):
        past.setdefault(scan.paper_id, Past()).scans.append(scan)
    for scan_id, signers in _signers(session, case).items():
        owner = next(one for one in past.values() if any(s.id == scan_id for s in one.scans))
        owner.signers += signers
    return past


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
