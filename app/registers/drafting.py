"""Gather what a bulletin is drafted from, within what counts for a person."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.visibility import counted_for
from app.people.bodies import Mediator, Specialist
from app.registers.bulletin import Figures, ended, month_lines, year_ago
from app.registers.coverage import Basis
from app.registers.months import before
from app.registers.reported import units_of
from app.registers.three_years import three_years


def figures_of(session: Session, actor: Actor, month: date, today: date) -> Figures:
    """Count a month, the one before, the same a year ago, and three years."""
    counted = counted_for(actor)
    return Figures(
        month=month,
        now=month_lines(session, counted, month, Basis.ACCEPTED),
        last=month_lines(session, counted, before(month), Basis.ACCEPTED),
        year=month_lines(session, counted, year_ago(month), Basis.ACCEPTED),
        closed=ended(session, counted, month),
        closed_year=ended(session, counted, year_ago(month)),
        whole=three_years(session, counted, today),
        staff=_staff(session, actor.county_id),
        townships=units_of(session, actor).townships,
        today=today,
    )


def _staff(session: Session, county_id: str) -> tuple[int, int]:
    full = select(func.count()).where(
        Mediator.county_id == county_id, Mediator.is_full_time, Mediator.until_on.is_(None)
    )
    specialists = select(func.count()).where(
        Specialist.county_id == county_id, Specialist.until_on.is_(None)
    )
    return session.scalar(full) or 0, session.scalar(specialists) or 0
