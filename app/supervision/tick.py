"""The tick: find what is due, and act on each deadline in its own transaction, exactly once.

A deadline carries the day its next rung falls (`next_on`). The tick takes those whose day has
come; acting moves `next_on` on in the same transaction, so a tick that is killed anywhere loses
nothing and doubles nothing, and a missed tick is caught up by the next (at the rung reached by
then: nobody is reminded of what is long overdue).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import Row, Select, func, select, tuple_
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.deadlines.model import Deadline, DeadlineState
from app.kernel.bus import Bus, Work
from app.kernel.errors import NotFound
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.supervision.beside import PATIENCE, STANDS, first_look, lapse, next_change, rungs_of
from app.supervision.commands import NudgeDeadline
from app.supervision.ladder import Rung, RungName, ladder, next_day, reached
from app.supervision.model import Nudge
from app.supervision.tags import Tag

PAGE = 2000
Place: TypeAlias = tuple[date, UUID]  # where a page ended


@dataclass(frozen=True)
class Acted:
    """One thing the tick did: on which case (its number), for which deadline, what."""

    case: str
    deadline: str
    did: str


def tick(bus: Bus, county_id: str, actor_id: UUID, on: date) -> Iterator[Acted]:
    """Act on all that a county's clock asks for by that day, one transaction each."""
    for rows in found_by(bus, county_id, on):
        for row in rows:
            command = NudgeDeadline(
                county_id=county_id, actor_id=actor_id, on=on, deadline_id=row.id
            )
            rung = bus.execute(command)
            if rung is not None:
                yield Acted(row.number, row.name, _does(str(rung), on))


def found_by(bus: Bus, county_id: str, on: date) -> Iterator[list[Row[UUID, str, str, date]]]:
    """Yield, page by page, the deadlines whose day has come; nothing stays open while one acts."""
    after = date.min, UUID(int=0)
    rows = _due(bus, county_id, on, after)
    while rows:
        yield rows
        after = rows[-1].next_on, rows[-1].id
        rows = _due(bus, county_id, on, after) if len(rows) == PAGE else []


def due_count(bus: Bus, county_id: str, on: date) -> int:
    """Count the open deadlines whose last day has come."""
    wanted = select(func.count()).where(
        Deadline.county_id == county_id,
        Deadline.state == DeadlineState.OPEN,
        Deadline.due_on <= on,
    )
    with bus.database.read() as session:
        return session.scalar(wanted) or 0


def due_ids(session: Session, county_id: str, on: date) -> list[UUID]:
    """List the deadlines that supervision looks at by a day."""
    return [row.id for row in session.execute(_waiting(county_id, on).order_by(Deadline.id))]


def watch_deadline(footprint: Footprint, work: Work) -> None:
    """Reaction to a term that started or changed: say when supervision looks at it first."""
    key = (work.command.county_id, UUID(footprint.details["deadline_id"]))
    deadline = work.session.get_one(Deadline, key)
    deadline.next_on = first_look(work.session, deadline, work.command.on)


def nudge_deadline(command: NudgeDeadline, work: Work) -> str | None:
    """Say the rung a deadline has reached; answer its name, or None if it was said already."""
    deadline = work.session.get(
        Deadline, (command.county_id, command.deadline_id), with_for_update=True
    )
    if deadline is None:
        raise NotFound("没有找到这个期限，它可能已被取消。请刷新后再看。")
    look_on = deadline.next_on
    if deadline.state != DeadlineState.OPEN or look_on is None or look_on > command.on:
        return None
    if deadline.due_on is None:
        deadline.next_on = command.on + PATIENCE
        return _say(STANDS, deadline, look_on, work)
    rungs = rungs_of(work.session, deadline, command.on)
    rung = reached(rungs, deadline.due_on, command.on)
    change = next_change(work.session, deadline.county_id, command.on)
    deadline.next_on = next_day(rungs, deadline.due_on, command.on, change)
    if rung is not None and rung.rung is RungName.LAPSED:
        lapse(deadline, work)
    return _say(rung, deadline, deadline.due_on, work) if rung else None


def _does(name: str, on: date) -> str:
    rungs = (*ladder(on), *ladder(on, is_window=True), STANDS)
    return next((rung.does for rung in rungs if rung.rung == name), name)


def _say(rung: Rung, deadline: Deadline, due_on: date, work: Work) -> str | None:
    if _was_said(rung, deadline, due_on, work):  # the day went away and came back
        return None
    work.session.add(
        Nudge(
            county_id=deadline.county_id,
            id=new_id(),
            case_id=deadline.case_id,
            deadline_id=deadline.id,
            due_on=due_on,
            rung=rung.rung,
            whose_move=rung.to,
            on=work.command.on,
            nudged_at=work.now,
        )
    )
    said = {"code": deadline.code, "rung": rung.rung, "due_on": due_on, "to": rung.to}
    work.record(Tag.NUDGED, deadline.case_id, deadline_id=deadline.id, **said)
    return rung.rung.value


def _was_said(rung: Rung, deadline: Deadline, due_on: date, work: Work) -> bool:
    said = select(Nudge.id).where(
        Nudge.county_id == deadline.county_id,
        Nudge.deadline_id == deadline.id,
        Nudge.due_on == due_on,
        Nudge.rung == rung.rung,
    )
    return work.session.scalar(said) is not None


def _waiting(county_id: str, on: date) -> Select[UUID, str, str]:
    return (
        select(Deadline.id, Deadline.name, Case.number)
        .join(Case, (Case.county_id == Deadline.county_id) & (Case.id == Deadline.case_id))
        .where(
            Deadline.county_id == county_id,
            Deadline.state == DeadlineState.OPEN,
            Deadline.next_on <= on,
        )
    )


def _due(bus: Bus, county_id: str, on: date, after: Place) -> list[Row[UUID, str, str, date]]:
    """Read one page in the order of the index: what lies ahead is never looked at."""
    key = tuple_(Deadline.next_on, Deadline.id)
    wanted = (
        _waiting(county_id, on)
        .add_columns(Deadline.next_on)
        .where(key > tuple_(*after))
        .order_by(Deadline.next_on, Deadline.id)
        .limit(PAGE)
    )
    with bus.database.read() as session:
        return list(session.execute(wanted))
