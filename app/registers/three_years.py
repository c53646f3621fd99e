"""近三年: the disputes of three years, those settled, and the county's own groups, from the cases."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.registers.codes import codes, headline_of
from app.registers.coverage import Coverage
from app.registers.overview import SETTLED

LEAP = 29  # of February, which three years ago may not have had


@dataclass(frozen=True)
class Whole:
    """Three years: how many disputes, how many were settled, how many of each headline group."""

    count: int
    settled: int
    headlines: Counter[str]


def three_years(session: Session, counted: ColumnElement[bool], today: date) -> Whole:
    """Count the disputes accepted in the three years up to today."""
    start = (today.replace(day=28) if today.day == LEAP else today).replace(year=today.year - 3)
    kinds = (Case.channel, Case.dispute_type)
    wanted = select(*kinds, func.count(), func.sum(SETTLED)).group_by(*kinds)
    rows = session.execute(wanted.where(counted, *Coverage(start, today).conditions())).all()
    headlines: Counter[str] = Counter()
    for channel, dispute_type, count, _ in rows:
        headlines[headline_of(codes().source_of[channel], dispute_type)] += count
    return Whole(headlines.total(), sum(int(row[-1]) for row in rows), headlines)
