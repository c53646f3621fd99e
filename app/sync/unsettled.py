"""What came from laptops and a person has to settle: who sees it, the list until it is empty."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select, true
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.roles import MAY, Reach, Role
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.visibility import visible_to
from app.kernel.errors import NotFound
from app.people.users import User
from app.sync.enums import ArrivalStatus
from app.sync.model import Arrival
from app.sync.settling_records import Settlement

OPEN = (ArrivalStatus.CONFLICT, ArrivalStatus.REJECTED)
MOST = 300
Predicate = ColumnElement[bool]


@dataclass(frozen=True)
class Open:
    """One command to settle: its author, its case if there is one, in whose hands it is."""

    row: Arrival
    author: str
    case: Case | None
    holder: str


@dataclass(frozen=True)
class Waiting:
    """How many commands wait for somebody, since when."""

    count: int
    oldest: datetime | None


def unsettled() -> Predicate:
    """Say which commands wait for a person."""
    done = exists().where(
        Settlement.county_id == Arrival.county_id,
        Settlement.arrival_id == Arrival.id,
        Settlement.settled_at.is_not(None),
    )
    return and_(Arrival.status.in_(OPEN), ~done.correlate(Arrival))


def shown_to(actor: Actor) -> Predicate:
    """Say whose commands a person sees: their own, those handed to them, those of cases in sight."""
    handed = exists().where(
        Settlement.county_id == Arrival.county_id,
        Settlement.arrival_id == Arrival.id,
        Settlement.assigned_to == actor.user_id,
    )
    in_sight = exists().where(
        Case.county_id == Arrival.county_id, Case.id == Arrival.case_id, visible_to(actor)
    )
    caseless = and_(Arrival.case_id.is_(None), _leads(actor))
    reach = or_(
        Arrival.actor_id == actor.user_id,
        handed.correlate(Arrival),
        in_sight.correlate(Arrival),
        caseless,
    )
    return and_(Arrival.county_id == actor.county_id, reach)


def open_now(session: Session, actor: Actor) -> list[Open]:
    """List what this person may settle, the oldest first."""
    mine = select(Arrival).where(shown_to(actor), unsettled())
    rows = session.scalars(mine.order_by(Arrival.received_at, Arrival.id).limit(MOST))
    return [told(session, row) for row in rows.all()]


def waiting_for(session: Session, actor: Actor) -> Waiting:
    """Count what this person has to decide: who wrote it, holds it, handles its case or leads."""
    mine = select(func.count(), func.min(Arrival.received_at)).where(
        shown_to(actor), unsettled(), _theirs(actor)
    )
    count, oldest = session.execute(mine).one()
    return Waiting(count, oldest)


def _theirs(actor: Actor) -> Predicate:
    if actor.may(Permission.CASE_SUPERVISE):
        return true()
    assigned = select(Settlement.assigned_to).where(
        Settlement.county_id == Arrival.county_id, Settlement.arrival_id == Arrival.id
    )
    holder = assigned.correlate(Arrival).scalar_subquery()
    handles = exists().where(
        CaseMediator.county_id == Arrival.county_id,
        CaseMediator.case_id == Arrival.case_id,
        CaseMediator.mediator_id == actor.mediator_id,
        CaseMediator.until_on.is_(None),
    )
    own = or_(Arrival.actor_id == actor.user_id, handles.correlate(Arrival))
    return or_(holder == actor.user_id, and_(holder.is_(None), own))


def find_arrival(session: Session, actor: Actor, arrival_id: UUID) -> Arrival:
    """Load a command this person may see, or raise NotFound."""
    row = session.scalar(select(Arrival).where(Arrival.id == arrival_id, shown_to(actor)))
    if row is None or row.status not in OPEN:
        raise NotFound("没有找到这条下乡记录，或者它不归您处理。请从“下乡”页重新打开。")
    return row


def told(session: Session, row: Arrival) -> Open:
    """Tell one command."""
    case = session.get(Case, (row.county_id, row.case_id)) if row.case_id else None
    known = session.get(Settlement, (row.county_id, row.id))
    holder = _name(session, row, known.assigned_to) if known and known.assigned_to else ""
    return Open(row, _name(session, row, row.actor_id), case, holder)


def _name(session: Session, row: Arrival, user_id: UUID) -> str:
    return session.get_one(User, (row.county_id, user_id)).name


def _leads(actor: Actor) -> Predicate:
    """Leave what belongs to no case yet to who leads the author's township, or the county."""
    if not actor.may(Permission.CASE_SUPERVISE):
        return false()
    if actor.reach is Reach.COUNTY:
        return Arrival.county_id == actor.county_id
    return (
        exists()
        .where(
            User.county_id == Arrival.county_id,
            User.id == Arrival.actor_id,
            User.township_code == actor.township_code,
        )
        .correlate(Arrival)
    )


def settlement_of(session: Session, row: Arrival) -> Settlement | None:
    """Find how it was settled, if it was."""
    known = session.get(Settlement, (row.county_id, row.id))
    return known if known and known.settled_at else None


def colleagues(session: Session, actor: Actor) -> list[tuple[str, str]]:
    """List who may settle something, for a form: id and name."""
    roles = [
        role for role in Role if Permission.CASE_MEDIATE in MAY[role] and role is not Role.SYSTEM
    ]
    mine = select(User.id, User.name).where(
        User.county_id == actor.county_id, User.disabled_on.is_(None), User.role.in_(roles)
    )
    return [(str(one), name) for one, name in session.execute(mine.order_by(User.name, User.id))]
