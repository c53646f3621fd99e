"""Change the calendar and recount, in the same transaction, every running term that it touches."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select

from app.deadlines.calendar import WorkingCalendar
from app.deadlines.commands import ChangeCalendar, DaySaid
from app.deadlines.entries import entry_of
from app.deadlines.enums import DayKind
from app.deadlines.holidays import (
    CalendarChange,
    CalendarDay,
    MovedDeadline,
    calendar_of,
    forget_calendar,
)
from app.deadlines.ledger import Entry, derive
from app.deadlines.model import ClockEntry, Deadline, DeadlineState
from app.deadlines.opening import term_of
from app.deadlines.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id

WEEK = "一二三四五六日"
MOST = 400  # days in one change


def change_calendar(command: ChangeCalendar, work: Work) -> UUID:
    """Write the days down, recount what runs across them; answer the change's id."""
    _check(command, calendar_of(work.session, command.county_id))
    change = CalendarChange(
        county_id=command.county_id,
        id=new_id(),
        year=command.year,
        basis=command.basis,
        on=command.on,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(change)
    work.session.flush()
    for day in command.days:
        _write(day, change, work)
    work.session.flush()
    forget_calendar(work.session)
    moved = _recount([day.on for day in command.days], change, work)
    work.record(Tag.CALENDAR_CHANGED, year=command.year, days=len(command.days), moved=moved)
    return change.id


def said_of(day: date) -> str:
    """Write a day with its weekday: 2026-05-09（星期六）."""
    return f"{day}（星期{WEEK[day.weekday()]}）"


def _check(command: ChangeCalendar, calendar: WorkingCalendar) -> None:
    if not command.days or len(command.days) > MOST:
        message = f"请写明要改的日子（1 到 {MOST} 天）。"
        raise Incomplete(message, field="first")
    for day in command.days:
        is_weekday = day.on.weekday() < 5  # noqa: PLR2004 (Monday to Friday)
        if day.kind is DayKind.WORKING and is_weekday and calendar.is_working(day.on):
            message = f"{said_of(day.on)}本来就上班；调休上班的应当是休息日。请核对通知上的日期。"
            raise Incomplete(message, field="first")
    if command.year is None and all(_is_so(day, calendar) for day in command.days):
        message = f"{said_of(command.days[0].on)}等日子本来就是这样，不用改。请核对日期。"
        raise Incomplete(message, field="first")


def _is_so(day: DaySaid, calendar: WorkingCalendar) -> bool:
    return day.kind is DayKind.REST and not calendar.is_working(day.on)


def _write(day: DaySaid, change: CalendarChange, work: Work) -> None:
    key = CalendarDay.county_id == change.county_id, CalendarDay.on == day.on
    work.session.execute(delete(CalendarDay).where(*key))
    if day.kind is not DayKind.USUAL:
        row = CalendarDay(county_id=change.county_id, on=day.on, kind=day.kind, name=day.name)
        row.change_id = change.id
        work.session.add(row)


def _recount(days: Sequence[date], change: CalendarChange, work: Work) -> int:
    calendar = calendar_of(work.session, change.county_id)
    rows = _touched(min(days), max(days), work)
    entries = _entries([row.id for row in rows], work)
    moved = 0
    for row in rows:
        due_on = derive(term_of(row), row.start_on, entries[row.id], calendar).due_on
        if due_on is None or row.due_on is None or due_on == row.due_on:
            continue
        moved += 1
        _keep(MovedDeadline(was_due_on=row.due_on, due_on=due_on), row, change, work)
        row.due_on = due_on
        work.record(Tag.RECOUNTED, row.case_id, deadline_id=row.id, code=row.code, due_on=due_on)
    return moved


def _touched(first: date, last: date, work: Work) -> Sequence[Deadline]:
    wanted = select(Deadline).where(
        Deadline.county_id == work.command.county_id,
        Deadline.state == DeadlineState.OPEN,
        Deadline.days.is_not(None),
        Deadline.start_on < last,
        Deadline.due_on >= first,
    )
    return work.session.scalars(wanted.with_for_update()).all()


def _entries(ids: Sequence[UUID], work: Work) -> dict[UUID, list[Entry]]:
    found: dict[UUID, list[Entry]] = defaultdict(list)
    wanted = select(ClockEntry).where(ClockEntry.county_id == work.command.county_id)
    step = 500
    for start in range(0, len(ids), step):
        part = wanted.where(ClockEntry.deadline_id.in_(ids[start : start + step]))
        for entry in work.session.scalars(part.order_by(ClockEntry.on, ClockEntry.id)):
            found[entry.deadline_id].append(entry_of(entry))
    return found


def _keep(moved: MovedDeadline, row: Deadline, change: CalendarChange, work: Work) -> None:
    moved.county_id, moved.id = row.county_id, new_id()
    moved.change_id, moved.deadline_id = change.id, row.id
    work.session.add(moved)
