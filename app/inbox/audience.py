"""Who is told: the people in whose hands a case is, and those who answer for them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.access.actor import actor_of
from app.access.roles import Role
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.visibility import visible_to
from app.people.users import User

AT_THE_DESK = (Role.VILLAGE_MEDIATOR, Role.TOWNSHIP_MEDIATOR, Role.COUNTY_MEDIATOR)


def handlers_of(session: Session, case: Case) -> list[UUID]:
    """List the case's mediators; without one the people of its desk, else the front desk."""
    seats = select(CaseMediator.mediator_id).where(
        CaseMediator.county_id == case.county_id,
        CaseMediator.case_id == case.id,
        CaseMediator.until_on.is_(None),
    )
    desk = and_(User.committee_id == case.committee_id, User.role.in_(AT_THE_DESK))
    for where in (User.mediator_id.in_(seats), desk, User.role == Role.REGISTRAR):
        if found := _users(session, case, where):
            return found
    return []


def supervisors_of(session: Session, case: Case) -> list[UUID]:
    """List who answers for the case: the county's supervisors and its township's."""
    township = and_(User.role == Role.TOWNSHIP_SUPERVISOR, User.township_code == case.township_code)
    return _users(session, case, or_(User.role == Role.COUNTY_SUPERVISOR, township))


def members_of(session: Session, case: Case, committee_id: UUID) -> list[UUID]:
    """List the people of a committee who may see the case."""
    return _users(session, case, User.committee_id == committee_id)


def accounts_of(session: Session, county_id: str, mediator_id: UUID) -> Sequence[UUID]:
    """List the accounts of a mediator that are open."""
    mine = User.county_id == county_id, User.mediator_id == mediator_id, User.disabled_on.is_(None)
    return session.scalars(select(User.id).where(*mine).order_by(User.id)).all()


def _users(session: Session, case: Case, where: ColumnElement[bool]) -> list[UUID]:
    wanted = select(User.id).where(
        User.county_id == case.county_id, User.disabled_on.is_(None), where
    )
    return list(_seeing(session, case, session.scalars(wanted.order_by(User.id)).all()))


def _seeing(session: Session, case: Case, users: Sequence[UUID]) -> Iterable[UUID]:
    for user_id in users:
        actor = actor_of(session, case.county_id, user_id)
        seen = select(Case.id).where(Case.id == case.id, visible_to(actor))
        if session.scalar(seen) is not None:
            yield user_id
