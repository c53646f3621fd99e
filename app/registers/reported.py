"""What a person may ask of the registers: their own figures, and the names beside them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.access.roles import Reach
from app.cases.model import Case
from app.cases.visibility import counted_for, visible_to
from app.people.bodies import Committee
from app.places.model import County
from app.places.reading import township_names
from app.registers.coverage import Coverage
from app.registers.lines import Line, lines_of
from app.screenings.reading import Period, Screened, screened_in
from app.screenings.sight import counted_screenings


@dataclass(frozen=True)
class Units:
    """The townships and committees whose figures a person may ask for, code or id to name."""

    townships: dict[str, str]
    committees: dict[UUID, str]


def counted_lines(session: Session, actor: Actor, coverage: Coverage) -> list[Line]:
    """Read the lines of a coverage that count in this person's figures."""
    return lines_of(session, coverage, counted_for(actor))


def readable(session: Session, actor: Actor, coverage: Coverage) -> set[UUID]:
    """Say which of the counted cases this person may also read."""
    wanted = and_(counted_for(actor), visible_to(actor), *coverage.conditions())
    return set(session.scalars(select(Case.id).where(wanted)))


def screened(session: Session, actor: Actor, coverage: Coverage) -> Screened | None:
    """Count the screenings of a coverage's days and place; a committee has none of its own."""
    if coverage.committee_id is not None:
        return None
    period = Period(coverage.start, coverage.end, coverage.village or coverage.township)
    return screened_in(session, counted_screenings(actor), period)


def unit_name(session: Session, actor: Actor, part: str) -> str:
    """Name who reports: the county, with the township or committee where one was asked for."""
    county = session.get_one(County, actor.county_id).name
    return part if part.startswith(county) else f"{county}{part}"


def units_of(session: Session, actor: Actor) -> Units:
    """List what a person may narrow the tables to."""
    townships = township_names(session, actor.county_id)
    committees = select(Committee.id, Committee.name).where(Committee.county_id == actor.county_id)
    if actor.reach is Reach.TOWNSHIP:
        own = actor.township_code or ""
        townships = {code: name for code, name in townships.items() if code == own}
        committees = committees.where(Committee.area_code.startswith(own))
    rows = session.execute(committees.order_by(Committee.level, Committee.name))
    return Units(townships, {row.id: row.name for row in rows})
