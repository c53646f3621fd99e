"""Look at the terms of a case: each with its derivation, its article and whose move it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.deadlines.entries import derivation_of
from app.deadlines.ledger import Derivation
from app.deadlines.model import ClockEntry, Deadline, DeadlineState
from app.deadlines.opening import term_of
from app.deadlines.terms import Term
from app.kernel.errors import NotFound


@dataclass(frozen=True)
class Shown:
    """One term as a page shows it."""

    row: Deadline
    term: Term
    derivation: Derivation

    @property
    def is_running(self) -> bool:
        """Say whether its clock may still be paused or changed."""
        return self.row.state == DeadlineState.OPEN and self.row.days is not None

    @property
    def is_standing(self) -> bool:
        """Say whether it was paused and not resumed."""
        return self.row.state == DeadlineState.OPEN and self.row.due_on is None


def deadlines_of(session: Session, case: Case) -> list[Shown]:
    """List the terms of a case: those that run first, the earliest day first."""
    rows = session.scalars(
        select(Deadline).where(Deadline.county_id == case.county_id, Deadline.case_id == case.id)
    )
    ordered = sorted(rows, key=lambda row: (row.state != DeadlineState.OPEN, str(row.due_on or "")))
    return [_shown(session, row) for row in ordered]


def find_deadline(session: Session, case: Case, deadline_id: UUID) -> Shown:
    """Find one term of a case, or raise NotFound."""
    row = session.get(Deadline, (case.county_id, deadline_id))
    if row is None or row.case_id != case.id:
        raise NotFound("这个案件没有这个期限。请从案件的“期限”页重新打开。")
    return _shown(session, row)


def entries_written(session: Session, deadline: Deadline) -> Sequence[ClockEntry]:
    """List what was entered about a term, oldest first."""
    wanted = select(ClockEntry).where(
        ClockEntry.county_id == deadline.county_id, ClockEntry.deadline_id == deadline.id
    )
    return session.scalars(wanted.order_by(ClockEntry.on, ClockEntry.id)).all()


def _shown(session: Session, row: Deadline) -> Shown:
    return Shown(row, term_of(row), derivation_of(session, row))
