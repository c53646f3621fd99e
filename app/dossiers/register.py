"""The register of papers: what was issued under a hash or a code, and whether it still holds."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.agreements.reading import parties_of
from app.cases.model import Case
from app.dossiers.enums import PaperState
from app.dossiers.model import IssuedPaper
from app.dossiers.sealing import trust_of
from app.dossiers.strengthening import strengthened_paper
from app.places.model import County
from documents.verify import SignatureFact, verify

NOTHING = "登记中没有这份文件"


@dataclass(frozen=True)
class Answer:
    """What a check of a file says, in words a villager understands."""

    verdict: str
    register: str
    valid: bool = False
    signatures: tuple[SignatureFact, ...] = ()
    problems: tuple[str, ...] = ()
    paper: IssuedPaper | None = None


@dataclass(frozen=True)
class Entry:
    """What may be shown to anybody of a paper: nothing that names a person whole."""

    title: str
    number: str
    committee: str
    dated_on: date
    pages: int
    is_superseded: bool
    parties: tuple[str, ...]


def check_file(session: Session, pdf: bytes, keys: Path) -> Answer:
    """Judge a file: its signatures, and whether the register knows it."""
    digest = hashlib.sha256(pdf).hexdigest()
    paper = find_by_hash(session, digest)
    if paper is not None and paper.signature_count == 0:
        return _unsigned(paper)
    if paper is not None and digest == paper.frozen_sha256:
        return _print_copy(paper)
    return _signed(session, pdf, paper, keys)


def find_by_hash(session: Session, sha256: str) -> IssuedPaper | None:
    """Find the paper whose bytes these are, printed or of record."""
    for county_id in _counties(session):
        found = session.scalars(
            select(IssuedPaper).where(
                IssuedPaper.county_id == county_id,
                or_(IssuedPaper.sha256 == sha256, IssuedPaper.frozen_sha256 == sha256),
                IssuedPaper.state != PaperState.RECEIVED,
            )
        ).first()
        found = found or strengthened_paper(session, county_id, sha256)
        if found is not None:
            return found
    return None


def find_by_code(session: Session, code: str) -> IssuedPaper | None:
    """Find the paper issued under a verification code."""
    for county_id in _counties(session):
        found = session.scalars(
            select(IssuedPaper)
            .where(
                IssuedPaper.county_id == county_id,
                IssuedPaper.verification_code == code,
                IssuedPaper.state != PaperState.RECEIVED,
            )
            .order_by(IssuedPaper.issued_at.desc(), IssuedPaper.version.desc())
        ).first()
        if found is not None:
            return found
    return None


def entry_of(session: Session, paper: IssuedPaper) -> Entry:
    """Say what anybody may know of a paper; names are masked (张**)."""
    case = session.get_one(Case, (paper.county_id, paper.case_id))
    return Entry(
        title=paper.title,
        number=paper.number,
        committee=paper.committee,
        dated_on=paper.dated_on,
        pages=paper.pages,
        is_superseded=paper.superseded_at is not None,
        parties=tuple(masked_name(party.name) for party in parties_of(session, case)),
    )


def masked_name(name: str) -> str:
    """Show the first character of a name and stars for the rest: 张**."""
    return name[:1] + "*" * max(1, min(len(name) - 1, 2))


def _unsigned(paper: IssuedPaper) -> Answer:
    if paper.superseded_at is not None:
        verdict = "这份文书出具过，但后来又出了新的版本，请以新版本为准。"
        return Answer(verdict, "superseded", paper=paper)
    verdict = "与登记的文书完全一致。这一件没有电子签章，以当事人签名并加盖印章的纸质原件为准。"
    return Answer(verdict, "known", valid=True, paper=paper)


def _print_copy(paper: IssuedPaper) -> Answer:
    # The signed file cut back to its first revision is this very copy: it must not pass for it.
    lacks = "这是供打印签字的一件，没有电子签章"
    verdict = f"{lacks}：内容与登记一致，但电子件不能作准，以签名并加盖印章的纸质原件为准。"
    register = "superseded" if paper.superseded_at else "known"
    return Answer(verdict, register, problems=(lacks,), paper=paper)


def _signed(session: Session, pdf: bytes, paper: IssuedPaper | None, keys: Path) -> Answer:
    state = "unknown" if paper is None else "superseded" if paper.superseded_at else "known"
    committees = [paper.committee_id] if paper else list(_committee_ids(session))
    trusts = [trust for one in committees if (trust := trust_of(keys, one)) is not None]
    verdicts = [verify(pdf, trust=trust, registered=lambda _: state) for trust in trusts]
    if not verdicts:
        said = f"验证不通过：{NOTHING}。请勿采信此文件。"
        return Answer(said, state, problems=(NOTHING,))
    best = min(verdicts, key=lambda one: len(one.problems))
    problems = best.problems or (() if state != "unknown" else (NOTHING,))
    return Answer(best.verdict, state, best.valid, best.signatures, problems, paper)


def _committee_ids(session: Session) -> Iterator[UUID | None]:
    for county_id in _counties(session):
        yield from session.scalars(
            select(IssuedPaper.committee_id)
            .where(IssuedPaper.county_id == county_id, IssuedPaper.signature_count > 0)
            .distinct()
        )


def _counties(session: Session) -> list[str]:
    return list(session.scalars(select(County.county_id)))
