"""A county's footprints, newest first, for who audits it.

Every filter but the case's walks the county's key from its end until the page is full: an index for
each would be one more to write in every act of every desk, for a question that is asked seldom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.numbered import meant_by
from app.kernel.clock import CHINA
from app.kernel.footprints import Footprint
from app.people.users import User
from app.places.model import County

PAGE = 50
DAY = timedelta(days=1)
ROWS = (
    select(Footprint.position, Footprint.tag, Footprint.on, Footprint.recorded_at)
    .add_columns(Footprint.mac, Footprint.particulars)
    .add_columns(User.name.label("actor"), Case.number)
    .outerjoin(User, and_(User.county_id == Footprint.county_id, User.id == Footprint.actor_id))
    .outerjoin(Case, and_(Case.county_id == Footprint.county_id, Case.id == Footprint.case_id))
    .order_by(Footprint.position.desc())
)


@dataclass(frozen=True)
class WantedTrail:
    """What the list is asked for; None is all of them; `before` is the end of the page before."""

    first: date | None = None  # of the days on which it was put on file
    last: date | None = None
    tags: Sequence[str] | None = None
    people: Sequence[UUID] | None = None
    cases: Sequence[UUID] | None = None
    before: int = 0


@dataclass(frozen=True)
class TrailPage:
    """One page; `following` opens the next one, 0 on the last."""

    lines: Sequence[Any] = ()
    following: int = 0


def trail_of(session: Session, county_id: str, wanted: WantedTrail, size: int = PAGE) -> TrailPage:
    """Give one page of the county's footprints; of a case no more than its number."""
    rows = ROWS.where(Footprint.county_id == county_id, *_which(wanted))
    found = session.execute(rows.limit(size + 1)).all()
    return TrailPage(found[:size], found[size - 1].position if len(found) > size else 0)


def people_called(session: Session, county_id: str, said: str) -> Sequence[UUID]:
    """Find the users of a whole name or login."""
    called = or_(User.name == said, User.login == said)
    return session.scalars(select(User.id).where(User.county_id == county_id, called)).all()


def cases_numbered(session: Session, county_id: str, written: str) -> Sequence[UUID]:
    """Find the case of a number, however it is written."""
    numbers = meant_by(written, session.get_one(County, county_id).short_name)
    meant = or_(Case.number.in_(numbers), Case.file_number.in_(numbers))
    return session.scalars(select(Case.id).where(Case.county_id == county_id, meant)).all()


def _which(wanted: WantedTrail) -> list[ColumnElement[bool]]:
    listed = (
        (Footprint.tag, wanted.tags),
        (Footprint.actor_id, wanted.people),
        (Footprint.case_id, wanted.cases),
    )
    found: list[ColumnElement[bool]] = [
        column.in_(values) for column, values in listed if values is not None
    ]
    if wanted.first:
        found.append(Footprint.recorded_at >= _midnight(wanted.first))
    if wanted.last:
        found.append(Footprint.recorded_at < _midnight(wanted.last + DAY))
    return [*found, Footprint.position < wanted.before] if wanted.before else found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)
