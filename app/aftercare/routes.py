"""上门复诊路线: the revisits that are due, as few trips into each township as their windows allow.

A day is chosen for the window that closes first, and everything in that township whose window is
open on that day goes along; so no window is missed and no trip could be saved (interval stabbing).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from app.access.actor import Actor
from app.aftercare.enums import RevisitManner
from app.aftercare.model import Revisit
from app.aftercare.planning import manner_of
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.visibility import visible_to
from app.deadlines.calendar import WorkingCalendar
from app.deadlines.holidays import calendar_of
from app.people.bodies import Mediator
from app.places.model import Area

AHEAD = timedelta(days=30)
MOST = 300
ONE_DAY = timedelta(days=1)
NOWHERE = "未登记乡镇"
VILLAGE, TOWNSHIP, CHAIR = aliased(Area), aliased(Area), aliased(CaseMediator)


@dataclass
class Route:
    """One trip: on a day, in a township, from village to village."""

    on: date
    township: str
    stops: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """What is to be done: trips by day, and whom a call will do for."""

    routes: list[Route]
    calls: list[Any]


def plan_for(session: Session, actor: Actor, today: date, township: str = "") -> Plan:
    """Plan the revisits of the next thirty days, and what is overdue, that a person may see."""
    rows = _waiting(session, actor, today, township)
    calls = [row for row in rows if manner(row) is RevisitManner.TELEPHONE]
    visits = [row for row in rows if manner(row) is RevisitManner.VISIT]
    calendar = calendar_of(session, actor.county_id)
    routes = [
        route
        for name in dict.fromkeys(row.township or NOWHERE for row in visits)
        for route in trips(
            name, [row for row in visits if (row.township or NOWHERE) == name], today, calendar
        )
    ]
    return Plan(sorted(routes, key=lambda route: (route.on, route.township)), calls)


def manner(row: Any) -> RevisitManner:  # noqa: ANN401 (a row)
    """Propose how to ask the parties of a row."""
    return manner_of(row.risk, row.dispute_type)


def trips(
    township: str, rows: Iterable[Any], today: date, calendar: WorkingCalendar
) -> Iterator[Route]:
    """Put windows (`due_from`, `due_by`) of one township together in the fewest days."""
    waiting = sorted(rows, key=lambda row: _last_working(row, today, calendar))
    while waiting:
        day = _last_working(waiting[0], today, calendar)
        going = [row for row in waiting if row is waiting[0] or row.due_from <= day]
        route = Route(day, township, sorted(going, key=lambda row: (row.village or "", row.number)))
        waiting = [row for row in waiting if not any(row is one for one in going)]
        yield route


def _last_working(row: Any, today: date, calendar: WorkingCalendar) -> date:  # noqa: ANN401 (a row)
    """Choose the last working day of a window; once it is over, the next one there is."""
    first = max(row.due_from, today)
    day = max(row.due_by, first)
    while day > first and not calendar.is_working(day):
        day -= ONE_DAY
    return calendar.next_working(day)


def _waiting(session: Session, actor: Actor, today: date, township: str) -> list[Any]:
    rows = (
        select(Revisit.id, Revisit.ordinal, Revisit.kind, Revisit.due_from, Revisit.due_by)
        .add_columns(Case.id.label("case_id"), Case.number, Case.title, Case.risk)
        .add_columns(Case.dispute_type, VILLAGE.name.label("village"))
        .add_columns(TOWNSHIP.name.label("township"), Mediator.name.label("handler"))
        .join(Case, and_(Case.county_id == Revisit.county_id, Case.id == Revisit.case_id))
        .outerjoin(VILLAGE, _area(VILLAGE, Case.village_code))
        .outerjoin(TOWNSHIP, _area(TOWNSHIP, Case.township_code))
        .outerjoin(CHAIR, _seat())
        .outerjoin(
            Mediator,
            and_(Mediator.county_id == Revisit.county_id, Mediator.id == CHAIR.mediator_id),
        )
        .where(Revisit.county_id == actor.county_id, Revisit.held_on.is_(None))
        .where(Revisit.due_from <= today + AHEAD, visible_to(actor))
    )
    if township:
        rows = rows.where(Case.township_code == township)
    return list(session.execute(rows.order_by(Revisit.due_by, Revisit.id).limit(MOST)))


def _area(model: Any, code: Any) -> Any:  # noqa: ANN401 (an alias, a column; a condition)
    return and_(model.county_id == Revisit.county_id, model.code == code)


def _seat() -> Any:  # noqa: ANN401 (a condition)
    return and_(
        CHAIR.county_id == Revisit.county_id,
        CHAIR.case_id == Revisit.case_id,
        CHAIR.until_on.is_(None),
        CHAIR.is_chair,
    )
