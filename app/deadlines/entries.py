"""Enter a pause, resume, extension or shortening, and derive the due date anew."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.verbs import renew, take_case
from app.deadlines.agreeing import agreed_by, check_entry
from app.deadlines.commands import RecordClockEntry
from app.deadlines.holidays import calendar_of
from app.deadlines.ledger import Derivation, Entry, Kind, derive
from app.deadlines.model import ClockEntry, Deadline, DeadlineState
from app.deadlines.opening import term_of
from app.deadlines.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id


def record_clock_entry(command: RecordClockEntry, work: Work) -> UUID:
    """Enter it if the law allows it; answer the entry's id.

    NotNow for a term that has ended or a promised day; Incomplete with the reason otherwise.
    """
    case = take_case(work)
    deadline = _running(command, work)
    check_entry(command, deadline, case, work)
    row = _row(command, case, work)
    entries = [*entries_of(work.session, deadline), entry_of(row)]
    calendar = calendar_of(work.session, command.county_id)
    derivation = derive(term_of(deadline), deadline.start_on, entries, calendar)
    if derivation.errors:
        raise Incomplete("；".join(derivation.errors))
    work.session.add(row)
    deadline.due_on = derivation.due_on
    renew(case)
    work.session.flush()
    work.record(
        Tag.ENTERED,
        command.case_id,
        deadline_id=deadline.id,
        code=deadline.code,
        kind=command.kind,
        days=command.days,
        due_on=deadline.due_on,
    )
    return row.id


def entries_of(session: Session, deadline: Deadline) -> Sequence[Entry]:
    """List what happened to a term so far, oldest first."""
    wanted = (
        select(ClockEntry)
        .where(ClockEntry.county_id == deadline.county_id, ClockEntry.deadline_id == deadline.id)
        .order_by(ClockEntry.on, ClockEntry.id)
    )
    return [entry_of(row) for row in session.scalars(wanted)]


def derivation_of(session: Session, deadline: Deadline) -> Derivation:
    """Say how a term's due date came about, step by step."""
    if deadline.days is None:
        return Derivation(deadline.due_on, steps=(f"{deadline.basis}：{deadline.due_on}。",))
    entries = entries_of(session, deadline)
    calendar = calendar_of(session, deadline.county_id)
    found = derive(term_of(deadline), deadline.start_on, entries, calendar)
    note = calendar.note_on(found.due_on) if found.due_on else ""
    return replace(found, steps=(*found.steps, f"{note}。")) if note else found


def _running(command: RecordClockEntry, work: Work) -> Deadline:
    deadline = work.session.get(
        Deadline, (command.county_id, command.deadline_id), with_for_update=True
    )
    if deadline is None or deadline.case_id != command.case_id:
        raise NotFound("这个案件没有这个期限。请刷新案件页面后再试。")
    if deadline.state != DeadlineState.OPEN:
        raise NotNow("这个期限已经结束，不能再中止或延长。")
    if deadline.days is None:
        raise NotNow("这是当事人约定的日期，不能在这里变更。请由双方协商，修改协议后重新签订。")
    return deadline


def _row(command: RecordClockEntry, case: Case, work: Work) -> ClockEntry:
    return ClockEntry(
        county_id=command.county_id,
        id=new_id(),
        deadline_id=command.deadline_id,
        kind=command.kind,
        on=command.on,
        days=command.days,
        agreed_by=agreed_by(command, case, work.session),
        because=command.because,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )


def entry_of(row: ClockEntry) -> Entry:
    """Read a row as the ledger does."""
    return Entry(Kind(row.kind), row.on, row.days, row.agreed_by, row.because)
