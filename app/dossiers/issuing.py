"""Keep what was printed: number, hash, version, verification code; nothing is rendered again."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.verbs import take_case
from app.dossiers.catalogue import entry_of
from app.dossiers.commands import IssuePaper, RecordPrint
from app.dossiers.enums import PaperState
from app.dossiers.model import IssuedPaper, PaperPrint
from app.dossiers.press import Wish, compose_paper, data_sha256
from app.dossiers.shelf import keep
from app.dossiers.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, Stale
from app.kernel.ids import new_id
from documents.papers import Paper

SIGNATURES_WITH_SEAL = 2  # the system's certification and the committee's seal
MOST_COPIES = 99


def issue_paper(command: IssuePaper, work: Work) -> UUID:
    """Keep a pressed paper as the newest version of its kind; Stale if its words changed since."""
    case = take_case(work)
    paper = _paper_again(command, case, work)
    before = newest(work.session, case, command.code, command.subject_id)
    if before is not None:
        before.superseded_at = work.now
    row = _row(command, case, paper, work)
    row.version = before.version + 1 if before else 1
    work.session.add(row)
    work.session.flush()
    said = {"paper": row.code, "paper_id": row.id, "version": row.version, "sha256": row.sha256}
    work.record(Tag.ISSUED, case.id, **said)
    return row.id


def record_print(command: RecordPrint, work: Work) -> int:
    """Count copies that left the printer; answer the number of the last one."""
    case = take_case(work)
    paper = find_paper(work.session, case, command.paper_id)
    if not 1 <= command.count <= MOST_COPIES:
        message = f"一次打印 1 到 {MOST_COPIES} 份，请改正份数。"
        raise Incomplete(message, field="count")
    done = printed_copies(work.session, paper)
    for number in range(done + 1, done + command.count + 1):
        work.session.add(
            PaperPrint(
                county_id=case.county_id,
                paper_id=paper.id,
                copy_number=number,
                printed_by=command.actor_id,
                printed_at=work.now,
            )
        )
    if paper.state == PaperState.FROZEN:
        paper.state = PaperState.PRINTED
    work.record(Tag.PRINTED, case.id, paper=paper.code, paper_id=paper.id, count=command.count)
    return done + command.count


def newest(session: Session, case: Case, code: str, subject_id: UUID) -> IssuedPaper | None:
    """Find the version in force of a paper."""
    mine = select(IssuedPaper).where(
        IssuedPaper.county_id == case.county_id,
        IssuedPaper.case_id == case.id,
        IssuedPaper.code == code,
        IssuedPaper.subject_id == subject_id,
    )
    return session.scalars(mine.order_by(IssuedPaper.version.desc())).first()


def find_paper(session: Session, case: Case, paper_id: UUID) -> IssuedPaper:
    """Load a paper of this case, or raise NotFound."""
    row = session.get(IssuedPaper, (case.county_id, paper_id))
    if row is None or row.case_id != case.id:
        raise NotFound("这个案件没有这份文书，请从案件的文书页重新打开。")
    return row


def printed_copies(session: Session, paper: IssuedPaper) -> int:
    """Count the copies printed so far."""
    copies = select(func.count()).select_from(PaperPrint)
    mine = copies.where(PaperPrint.county_id == paper.county_id, PaperPrint.paper_id == paper.id)
    return session.scalar(mine) or 0


def _row(command: IssuePaper, case: Case, paper: Paper, work: Work) -> IssuedPaper:
    pressed = command.pressed
    frozen = pressed.frozen
    if frozen is None:
        raise Incomplete("文书还没有打印，不能出具。请再试一次。")
    record = pressed.sealed or frozen
    for content in (frozen, record):
        keep(content, work)
    return IssuedPaper(
        **identity_of(case, work),
        subject_id=command.subject_id,
        code=command.code,
        title=paper.title,
        number=paper.number,
        state=PaperState.SEALED if pressed.sealed else PaperState.FROZEN,
        dated_on=paper.dated_on,
        sha256=record.sha256,
        frozen_sha256=frozen.sha256,
        data_sha256=pressed.data_sha256,
        pages=record.pages,
        copies=getattr(paper, "copies", 1),
        signature_count=SIGNATURES_WITH_SEAL + pressed.inks if pressed.sealed else 0,
        verification_code=pressed.verification_code,
        committee=paper.committee,
    )


def identity_of(case: Case, work: Work) -> dict[str, Any]:
    """Say whose a new paper is: county, case, committee, who made it when."""
    return {
        "county_id": case.county_id,
        "id": new_id(),
        "case_id": case.id,
        "committee_id": case.committee_id,
        "issued_by": work.command.actor_id,
        "issued_at": work.now,
    }


def _paper_again(command: IssuePaper, case: Case, work: Work) -> Paper:
    entry_of(command.code)
    wish = Wish(command.code, command.subject_id, command.on, command.actor_id)
    paper = compose_paper(work.session, case, wish)
    if data_sha256(paper) != command.pressed.data_sha256:
        raise Stale("打印的同时，案件内容有了变化，这一份没有出具。请核对最新内容，再出具一次。")
    return paper
