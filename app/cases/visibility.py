"""Who sees which cases: one SQL predicate, used for lists and for single objects alike.

A case out of sight is NotFound, not NotAllowed: its existence is not told.
"""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, or_, select, true
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.access.roles import Reach
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.kernel.errors import NotFound

Predicate = ColumnElement[bool]


def visible_to(actor: Actor) -> Predicate:
    """Say which cases this person may see; the county comes first, for every role."""
    opened = or_(Case.is_sealed.is_(False), _assigned(actor), Case.registered_by == actor.user_id)
    return and_(Case.county_id == actor.county_id, SCOPES[actor.reach](actor), opened)


def find_case(session: Session, actor: Actor, case_id: UUID) -> Case:
    """Load a case this person may see, or raise NotFound."""
    case = session.scalar(select(Case).where(Case.id == case_id, visible_to(actor)))
    if case is None:
        message = "没有找到这个案件，或者它不在您的办理范围。请核对案号，或联系县中心。"
        raise NotFound(message)
    return case


def _assigned(actor: Actor) -> Predicate:
    if actor.mediator_id is None:
        return false()
    return exists().where(
        CaseMediator.county_id == Case.county_id,
        CaseMediator.case_id == Case.id,
        CaseMediator.mediator_id == actor.mediator_id,
        CaseMediator.until_on.is_(None),
    )


def _own(actor: Actor) -> Predicate:
    return Case.registered_by == actor.user_id


def _desk(actor: Actor) -> Predicate:
    if actor.committee_id is None:
        return false()
    return Case.committee_id == actor.committee_id


def _village(actor: Actor) -> Predicate:
    return or_(Case.village_code == actor.village_code, _desk(actor), _own(actor), _assigned(actor))


def _township(actor: Actor) -> Predicate:
    return or_(
        Case.township_code == actor.township_code, _desk(actor), _own(actor), _assigned(actor)
    )


SCOPES: dict[Reach, Callable[[Actor], Predicate]] = {
    Reach.NOTHING: lambda _: false(),
    Reach.OWN: _own,
    Reach.ASSIGNED: _assigned,
    Reach.VILLAGE: _village,
    Reach.TOWNSHIP: _township,
    Reach.COUNTY: lambda _: true(),
}
