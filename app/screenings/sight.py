"""Whose screenings a person sees and counts: by the place, and always one's own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.roles import Reach
from app.kernel.errors import NotFound
from app.places.model import Area, GridCell
from app.places.reading import areas_inside
from app.screenings.model import Screening


def home_of(actor: Actor) -> str:
    """Name the place whose villages a person goes round: a village, a township, the county."""
    return actor.village_code or actor.township_code or actor.county_id


def villages_of(session: Session, actor: Actor) -> list[Area]:
    """List the villages a person may screen; a grid worker's are those of the own grid cells."""
    found = areas_inside(session, actor.county_id, ("village",))
    if actor.reach is Reach.OWN:
        mine = {actor.village_code, *_cells_of(session, actor)}
        return [one for one in found if one.code in mine]
    return [one for one in found if one.code.startswith(home_of(actor))]


def screenings_of(actor: Actor) -> ColumnElement[bool]:
    """Say which screenings a person may read."""
    seen = _inside(home_of(actor)) if actor.reach is not Reach.OWN else false()
    return and_(
        Screening.county_id == actor.county_id, or_(seen, Screening.recorded_by == actor.user_id)
    )


def counted_in(county_id: str) -> ColumnElement[bool]:
    """Say which screenings a county's figures count: not those that were struck."""
    return and_(Screening.county_id == county_id, Screening.struck_on.is_(None))


def counted_screenings(actor: Actor) -> ColumnElement[bool]:
    """Say which screenings a person's figures count."""
    if not actor.may(Permission.REGISTER_READ):
        return false()
    return and_(counted_in(actor.county_id), _inside(counted_home(actor)))


def counted_home(actor: Actor) -> str:
    """Name the place whose screenings a person's figures count."""
    return home_of(actor) if actor.reach is Reach.TOWNSHIP else actor.county_id


def find_screening(session: Session, actor: Actor, screening_id: UUID) -> Screening:
    """Load a screening this person may read, or raise NotFound."""
    wanted = select(Screening).where(Screening.id == screening_id, screenings_of(actor))
    row = session.scalar(wanted)
    if row is None:
        raise NotFound("没有找到这次排查，或者它不在您的范围。请从“排查”页重新进入。")
    return row


def _cells_of(session: Session, actor: Actor) -> Sequence[str]:
    mine = select(GridCell.village_code).where(
        GridCell.county_id == actor.county_id,
        GridCell.worker_id == actor.user_id,
        GridCell.closed_on.is_(None),
    )
    return session.scalars(mine).all()


def _inside(place: str) -> ColumnElement[bool]:
    return Screening.village_code.startswith(place, autoescape=True)
