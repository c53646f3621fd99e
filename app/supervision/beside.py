"""What the ladder does not climb: the parties' own windows lapse; a pause never resumed is asked about."""

from datetime import date, timedelta

from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.opening import term_of
from app.deadlines.terms import Whose
from app.kernel.bus import Work
from app.supervision.ladder import NudgeTo, Rung, RungName, ladder
from app.supervision.tags import Tag
from rules.ladder import next_turn

PATIENCE = timedelta(days=30)  # a pause that lasts so long is asked about, and again
ONE_DAY = timedelta(days=1)
STANDS = Rung(RungName.STANDING, 0, NudgeTo.HANDLER, "已中止满三十天，请核对是否恢复")


def is_window(deadline: Deadline) -> bool:
    """Say whether it is the parties' own window."""
    return term_of(deadline).whose is Whose.PARTIES


def rungs_of(deadline: Deadline, on: date) -> tuple[Rung, ...]:
    """List what is said of a term by the rules of a day, earliest first."""
    return ladder(on, is_window=is_window(deadline))


def first_look(deadline: Deadline, on: date) -> date | None:
    """Say when supervision looks at a term first: by its rungs, or after a long pause.

    Where no rule is in force yet, when one begins; None where none is announced.
    """
    if deadline.due_on is None:
        return on + PATIENCE
    rungs = rungs_of(deadline, on)
    return rungs[0].on(deadline.due_on) if rungs else next_turn(on)


def lapse(deadline: Deadline, work: Work) -> None:
    """End a window that has passed; nobody in the office is late."""
    deadline.state, deadline.ended_on = DeadlineState.LAPSED, work.command.on
    deadline.next_on = None
    work.record(Tag.LAPSED, deadline.case_id, code=deadline.code, due_on=deadline.due_on)
