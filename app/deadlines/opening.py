"""Start, meet and cancel terms: what other features call inside their own transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.deadlines.holidays import calendar_of
from app.deadlines.ledger import derive
from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.tags import Tag
from app.deadlines.terms import Counting, Term, terms
from app.kernel.bus import Work
from app.kernel.ids import new_id

PROMISE = Term("promise", "约定日期", "当事人约定", "F")


def start_term(
    work: Work, case_id: UUID, term: Term | str, start_on: date, *, subject_id: UUID | None = None
) -> Deadline:
    """Start a term (of the table by its id, such as T02) and answer its row.

    The same start twice is one term.
    """
    whole = terms()[term] if isinstance(term, str) else term
    calendar = calendar_of(work.session, work.command.county_id)
    derivation = derive(whole, start_on, (), calendar)
    row = _row(work, case_id, whole, start_on, subject_id)
    return _keep(work, row, derivation.due_on)


def start_promise(
    work: Work, case_id: UUID, promised: Term | str, due_on: date, *, subject_id: UUID
) -> Deadline:
    """Start watching a day that was set for something, by its name: never rolled.

    A name alone is what the parties agreed; `day_set` says whose word another day rests on.
    """
    whole = day_set(promised) if isinstance(promised, str) else promised
    row = _row(work, case_id, whole, work.command.on, subject_id)
    return _keep(work, row, due_on)


def day_set(name: str, basis: str = PROMISE.basis) -> Term:
    """Name a day that was set, and what it rests on: shown beside it as its source."""
    return replace(PROMISE, name=name, basis=basis)


def end_terms(
    work: Work,
    case_id: UUID,
    *codes: str,
    subject_id: UUID | None = None,
    state: DeadlineState = DeadlineState.DONE,
) -> int:
    """Mark open terms of a case met or cancelled on the command's day; all of them without codes.

    Answers how many ended.
    """
    wanted = select(Deadline).where(
        Deadline.county_id == work.command.county_id,
        Deadline.case_id == case_id,
        Deadline.state == DeadlineState.OPEN,
    )
    if codes:
        wanted = wanted.where(Deadline.code.in_(codes))
    if subject_id is not None:
        wanted = wanted.where(Deadline.subject_id == subject_id)
    rows = work.session.scalars(wanted).all()
    for row in rows:
        end_term(row, work, state)
    return len(rows)


def end_term(row: Deadline, work: Work, state: DeadlineState = DeadlineState.DONE) -> None:
    """Mark one open term met or cancelled on the command's day."""
    tag = Tag.MET if state is DeadlineState.DONE else Tag.CANCELLED
    row.state, row.ended_on, row.next_on = state, work.command.on, None
    work.record(tag, row.case_id, deadline_id=row.id, code=row.code, due_on=row.due_on)


def term_of(row: Deadline) -> Term:
    """Give a row's term as it was when it started: later changes of the table leave it alone."""
    known = terms().get(row.code, PROMISE)
    return replace(
        known, name=row.name, basis=row.basis, days=row.days, counting=Counting(row.counting)
    )


def _row(
    work: Work, case_id: UUID, term: Term, start_on: date, subject_id: UUID | None
) -> Deadline:
    return Deadline(
        county_id=work.command.county_id,
        id=new_id(),
        case_id=case_id,
        subject_id=subject_id or case_id,
        code=term.id,
        name=term.name,
        basis=term.basis,
        start_on=start_on,
        days=term.days,
        counting=term.counting,
        state=DeadlineState.OPEN,
    )


def _keep(work: Work, row: Deadline, due_on: date | None) -> Deadline:
    known = work.session.scalar(
        select(Deadline).where(
            Deadline.county_id == row.county_id,
            Deadline.code == row.code,
            Deadline.subject_id == row.subject_id,
            Deadline.start_on == row.start_on,
        )
    )
    if known is not None:
        return (
            known if known.state != DeadlineState.CANCELLED else _resume(work, known, row, due_on)
        )
    row.due_on = due_on
    work.session.add(row)
    work.session.flush()
    work.record(Tag.STARTED, row.case_id, deadline_id=row.id, code=row.code, due_on=due_on)
    return row


def _resume(work: Work, known: Deadline, row: Deadline, due_on: date | None) -> Deadline:
    """Let a term run again that was called off and starts anew from the same day."""
    known.name, known.basis = row.name, row.basis
    known.days, known.counting, known.due_on = row.days, row.counting, due_on
    run_again(work, known)
    return known


def met_terms(work: Work, subject_id: UUID) -> Sequence[Deadline]:
    """List the terms about one thing that were met."""
    mine = select(Deadline).where(
        Deadline.county_id == work.command.county_id,
        Deadline.subject_id == subject_id,
        Deadline.state == DeadlineState.DONE,
    )
    return work.session.scalars(mine.order_by(Deadline.id)).all()


def run_again(work: Work, row: Deadline) -> None:
    """Let an ended term run on."""
    row.state, row.ended_on = DeadlineState.OPEN, None
    work.session.flush()
    work.record(Tag.RESUMED, row.case_id, deadline_id=row.id, code=row.code, due_on=row.due_on)
