"""The supervisor's figures, counted by the database: the month, the year, places, types, desks."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, extract, func, select
from sqlalchemy.orm import Session

from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.people.bodies import Committee, Mediator
from app.registers.codes import codes
from app.registers.months import before, last_day
from app.registers.view import OPEN, View, is_overdue

SETTLED = case((Case.outcome == Outcome.SETTLED, 1), else_=0)


@dataclass(frozen=True)
class Month:
    """What came and what ended in one month; `rate` is of those that ended, in percent."""

    month: date
    accepted: int = 0
    closed: int = 0
    settled: int = 0

    @property
    def end(self) -> date:
        """Name the month's last day."""
        return last_day(self.month)

    @property
    def rate(self) -> str:
        """Say the success rate of what was closed."""
        if not self.closed:
            return "没有结案"
        return f"{(Decimal(100 * self.settled) / self.closed).quantize(Decimal('0.1'))}%"


@dataclass(frozen=True)
class Load:
    """What one place, committee or mediator has in hand."""

    key: Any
    name: str
    open: int = 0
    overdue: int = 0


def months_of(session: Session, view: View) -> list[Month]:
    """Count the last twelve months."""
    first = view.months[0]
    came = _by_month(session, view, Case.accepted_on, first)
    went = _by_month(session, view, Case.closed_on, first)
    return [
        Month(month, came.get(month, (0, 0))[0], *went.get(month, (0, 0))) for month in view.months
    ]


def accepted_in(session: Session, view: View, month: date) -> int:
    """Count the cases accepted in a month."""
    inside = Case.accepted_on.between(month, last_day(month))
    found = select(func.count()).select_from(Case).where(view.counted, inside)
    return session.scalar(found) or 0


def year_before(month: date) -> date:
    """Name the same month a year ago."""
    for _ in range(12):
        month = before(month)
    return month


def types_of(session: Session, view: View) -> list[tuple[str, int]]:
    """Count the last twelve months' cases by the statutory types, the most frequent first."""
    wanted = (
        select(Case.dispute_type, func.count())
        .where(view.counted, Case.accepted_on >= view.months[0])
        .group_by(Case.dispute_type)
    )
    found: dict[str, int] = {}
    for kind, count in session.execute(wanted):
        column = codes().type_of["2015"][kind]
        found[column] = found.get(column, 0) + count
    return sorted(found.items(), key=lambda pair: -pair[1])


def places_of(
    session: Session, view: View, names: dict[str, str], *, by_village: bool = False
) -> list[Load]:
    """Count what is open and overdue in each place, in the order of the names."""
    column = Case.village_code if by_village else Case.township_code
    counts = _loads(session, view, column)
    return [Load(code, name, *counts.get(code, (0, 0))) for code, name in names.items()]


def desks_of(session: Session, view: View) -> list[Load]:
    """Count what each committee has in hand, the most overdue first."""
    names = select(Committee.id, Committee.name).where(Committee.county_id == view.county_id)
    return _named(_loads(session, view, Case.committee_id), dict(session.execute(names).all()))


def hands_of(session: Session, view: View) -> list[Load]:
    """Count what each mediator has in hand as the chair."""
    seat = and_(
        CaseMediator.county_id == Case.county_id,
        CaseMediator.case_id == Case.id,
        CaseMediator.until_on.is_(None),
        CaseMediator.is_chair,
    )
    late = case((is_overdue(view.today), 1), else_=0)
    wanted = (
        select(CaseMediator.mediator_id, func.count(), func.sum(late))
        .select_from(Case)
        .outerjoin(CaseMediator, seat)
        .where(view.counted, OPEN)
        .group_by(CaseMediator.mediator_id)
    )
    counts = {key: (count, int(overdue)) for key, count, overdue in session.execute(wanted)}
    names = select(Mediator.id, Mediator.name).where(Mediator.county_id == view.county_id)
    return _named(counts, dict(session.execute(names).all()))


def _loads(session: Session, view: View, column: Any) -> dict[Any, tuple[int, int]]:  # noqa: ANN401 (a column)
    late = case((is_overdue(view.today), 1), else_=0)
    wanted = select(column, func.count(), func.sum(late)).where(view.counted, OPEN).group_by(column)
    return {key: (count, int(overdue)) for key, count, overdue in session.execute(wanted)}


def _named(counts: dict[Any, tuple[int, int]], names: dict[UUID, str]) -> list[Load]:
    rows = [Load(key, names.get(key, "未指定"), *count) for key, count in counts.items()]
    return sorted(rows, key=lambda row: (-row.overdue, -row.open, row.name))


def _by_month(
    session: Session,
    view: View,
    day: Any,  # noqa: ANN401 (a column)
    first: date,
) -> dict[date, tuple[int, int]]:
    year, month = extract("year", day), extract("month", day)
    wanted = (
        select(year, month, func.count(), func.sum(SETTLED))
        .where(view.counted, Case.accepted_on.is_not(None), day >= first)
        .group_by(year, month)
    )
    return {
        date(int(y), int(m), 1): (count, int(settled))
        for y, m, count, settled in session.execute(wanted)
    }
