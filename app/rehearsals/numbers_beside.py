"""What changed numbers would do: on which rung the open terms stand, what a year's cases earn."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.deadlines.model import Deadline, DeadlineState
from app.registers import subsidy
from app.registers.case_register import mediators_by_case
from app.registers.coverage import Basis, Coverage
from app.registers.lines import lines_of
from app.supervision.beside import is_window
from app.supervision.ladder import ladder, reached
from rules import Books
from rules.subsidy import rates_on

YEAR = timedelta(days=365)
NOT_YET = "还没到提醒的时候"

Beside = list[tuple[str, int, int]]


def rungs_beside(session: Session, county_id: str, sides: tuple[Books, Books], on: date) -> Beside:
    """Count the open terms by the rung on which they stand: by the one numbers, by the other."""
    wanted = select(Deadline).where(
        Deadline.county_id == county_id,
        Deadline.state == DeadlineState.OPEN,
        Deadline.due_on.is_not(None),
    )
    terms = session.scalars(wanted).all()
    before, after = (Counter(_rung_of(term, books, on) for term in terms) for books in sides)
    titles = dict.fromkeys([*(rung.does for rung in ladder(on)), *after, *before])
    return [(title, before[title], after[title]) for title in titles]


def subsidy_beside(
    session: Session, county_id: str, sides: tuple[Books, Books], on: date
) -> Beside:
    """Add up what the cases closed in the year up to a day earn, grade by grade, in yuan."""
    coverage, county = Coverage(on - YEAR, on, Basis.CLOSED), Case.county_id == county_id
    period = and_(county, *coverage.conditions())
    lines = lines_of(session, coverage, county)
    told = mediators_by_case(session, period), subsidy.filed_of(session, period)
    repeated = subsidy.repeated_of(session, period)
    before, after = (
        _by_grade(subsidy.subsidies_of(lines, *told, repeated, _always(books))) for books in sides
    )
    grades = [subsidy.GRADES[rate.grade] for rate in rates_on(on, sides[0])]
    return [(grade, before[grade], after[grade]) for grade in grades]


def _always(books: Books) -> Callable[[date], Books]:
    return lambda _on: books


def _by_grade(found: list[subsidy.CaseSubsidy]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for one in found:
        sums[one.grade] += one.yuan
    return sums


def _rung_of(term: Deadline, books: Books, on: date) -> str:
    assert term.due_on is not None  # noqa: S101 (it was asked for)
    rung = reached(ladder(on, is_window=is_window(term), by=books), term.due_on, on)
    return rung.does if rung else NOT_YET
