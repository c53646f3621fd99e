"""What the ladder does not climb: the parties' own windows lapse; a pause never resumed is asked about."""

from datetime import date, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.opening import term_of
from app.deadlines.terms import Whose
from app.kernel.bus import Work
from app.kernel.footprints import Footprint
from app.rulebooks.numbering import numbers_in_force
from app.rulebooks.numbers import Numbers
from app.rulebooks.versions import next_begin
from app.supervision.ladder import NudgeTo, Rung, RungName, ladder
from app.supervision.tags import Tag
from rules.ladder import next_turn

PATIENCE = timedelta(days=30)  # a pause that lasts so long is asked about, and again
ONE_DAY = timedelta(days=1)
STANDS = Rung(RungName.STANDING, 0, NudgeTo.HANDLER, "已中止满三十天，请核对是否恢复")


def is_window(deadline: Deadline) -> bool:
    """Say whether it is the parties' own window."""
    return term_of(deadline).whose is Whose.PARTIES


def rungs_of(session: Session, deadline: Deadline, on: date) -> tuple[Rung, ...]:
    """List what is said of a term by the county's rules of a day, earliest first."""
    books = numbers_in_force(session, deadline.county_id, on, Numbers.SUPERVISION)
    return ladder(on, is_window=is_window(deadline), by=books)


def next_change(session: Session, county_id: str, after: date) -> date | None:
    """Say on which day the rungs may be others next; None where nothing is announced."""
    books = numbers_in_force(session, county_id, after, Numbers.SUPERVISION)
    days = (next_turn(after, books), next_begin(session, county_id, after))
    return min((day for day in days if day is not None), default=None)


def first_look(session: Session, deadline: Deadline, on: date) -> date | None:
    """Say when supervision looks at a term first: by its rungs, or after a long pause.

    Where no rule is in force yet, when one begins; None where none is announced.
    """
    if deadline.due_on is None:
        return on + PATIENCE
    first = [rung.on(deadline.due_on) for rung in rungs_of(session, deadline, on)[:1]]
    days = (*first, next_change(session, deadline.county_id, on))
    return min((day for day in days if day is not None), default=None)


def look_again(footprint: Footprint, work: Work) -> None:
    """Reaction to rules that were published: on their day each open term is held against its rungs."""
    begins = date.fromisoformat(footprint.details["valid_from"])
    work.session.execute(
        update(Deadline)
        .where(
            Deadline.county_id == work.command.county_id,
            Deadline.state == DeadlineState.OPEN,
            Deadline.due_on.is_not(None),
            Deadline.next_on > begins,
        )
        .values(next_on=begins)
    )


def lapse(deadline: Deadline, work: Work) -> None:
    """End a window that has passed; nobody in the office is late."""
    deadline.state, deadline.ended_on = DeadlineState.LAPSED, work.command.on
    deadline.next_on = None
    work.record(Tag.LAPSED, deadline.case_id, code=deadline.code, due_on=deadline.due_on)
