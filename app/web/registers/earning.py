"""What the closed cases of the asked period earn, by the county's amounts."""

from dataclasses import replace
from datetime import date

from sqlalchemy import and_

from app.cases.visibility import counted_for
from app.registers import subsidy
from app.registers.case_register import mediators_by_case
from app.registers.coverage import Basis, Coverage
from app.registers.reported import counted_lines
from app.rulebooks.numbering import numbers_in_force
from app.rulebooks.numbers import Numbers
from app.web import door
from app.web.registers.asked import Asked, read_asked
from rules import Books


def judged() -> tuple[Asked, list[subsidy.CaseSubsidy], Coverage]:
    """Judge the cases that were closed in the period that was asked for."""
    asked, session, actor = read_asked(), door.reading(), door.actor()
    coverage = replace(asked.coverage, basis=Basis.CLOSED)
    lines = counted_lines(session, actor, coverage)
    period = and_(counted_for(actor), *coverage.conditions())
    beside = subsidy.filed_of(session, period), subsidy.repeated_of(session, period)
    mediators = mediators_by_case(session, period)
    return asked, subsidy.subsidies_of(lines, mediators, *beside, books_on), coverage


def books_on(day: date) -> Books:
    """Give the county's rules of a day, with its amounts."""
    return numbers_in_force(door.reading(), door.actor().county_id, day, Numbers.SUBSIDY)
