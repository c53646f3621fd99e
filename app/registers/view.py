"""What a supervisor's page looks at: a county, a township or a village, through one person's eyes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.stages import Stage
from app.cases.visibility import counted_for, visible_to
from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.terms import windows
from app.registers.months import before

OPEN = Case.stage.in_([stage for stage in Stage if stage is not Stage.CLOSED])
YEAR = 12


@dataclass(frozen=True)
class View:
    """`counted` are the cases whose number is told, `sight` those that may be named."""

    county_id: str
    today: date
    counted: ColumnElement[bool]
    sight: ColumnElement[bool]

    @property
    def month(self) -> date:
        """Name this month by its first day."""
        return self.today.replace(day=1)

    @property
    def months(self) -> list[date]:
        """Name the last twelve months, this one last."""
        found = [self.month]
        while len(found) < YEAR:
            found.append(before(found[-1]))
        return found[::-1]


def view_of(actor: Actor, today: date, *, township: str = "", village: str = "") -> View:
    """Look at what a person may, narrowed to a place where one is given."""
    place = list(_inside(township, village))
    return View(
        actor.county_id,
        today,
        and_(counted_for(actor), *place),
        and_(visible_to(actor), *place),
    )


def running(today: date) -> ColumnElement[bool]:
    """Say of deadlines beside a case which are the office's own and overdue."""
    return and_(
        Deadline.county_id == Case.county_id,
        Deadline.case_id == Case.id,
        Deadline.state == DeadlineState.OPEN,
        Deadline.due_on < today,
        Deadline.code.not_in(sorted(windows())),
    )


def is_overdue(today: date) -> ColumnElement[bool]:
    """Say whether the office is late with something in a case."""
    return exists().where(running(today)).correlate(Case)


def _inside(township: str, village: str) -> Iterator[ColumnElement[bool]]:
    if township:
        yield Case.township_code == township
    if village:
        yield Case.village_code == village
