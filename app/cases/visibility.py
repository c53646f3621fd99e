"""Who sees which cases: one SQL predicate, used for lists and for single objects alike.

A case out of sight is NotFound, not NotAllowed: its existence is not told.
"""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, false, or_, select, true
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.roles import Reach
from app.cases.handover_commands import HandoverState
from app.cases.handover_records import Handover
from app.cases.model import Case
from app.cases.prepared import Kind, anyone, kind_of, values_of
from app.cases.records import CaseMediator
from app.cases.specialist_records import CaseSpecialist
from app.kernel.columns import written
from app.kernel.errors import NotFound

Predicate = ColumnElement[bool]
Beside = Callable[[Actor], Predicate]
NOWHERE: Predicate = false()
UNSEEN = "没有找到这个案件，或者它不在您的办理范围。请核对案号，或联系县中心。"
DESKS = frozenset({Reach.VILLAGE, Reach.TOWNSHIP})


def visible_to(actor: Actor) -> Predicate:
    """Say which cases this person may see; the county comes first, for every role."""
    return _within(actor, or_(SCOPES[actor.reach](actor), _offered(actor)))


def in_hand_of(actor: Actor) -> Predicate:
    """Say in which cases this person may act: those in sight, without what is only offered."""
    return _within(actor, SCOPES[actor.reach](actor))


def nowhere_else(_actor: Actor) -> Predicate:
    """Add no case to those a person sees anyway."""
    return NOWHERE


def is_in_hand(session: Session, actor: Actor, case: Case) -> bool:
    """Say whether this person may act in a case that they see."""
    found = select(Case.id).where(Case.id == case.id, in_hand_of(actor))
    return session.scalar(found) is not None


def counted_for(actor: Actor) -> Predicate:
    """Say which cases a person's figures count: sealed ones too, for a figure names nobody."""
    if not actor.may(Permission.REGISTER_READ):
        return NOWHERE
    county = Case.county_id == actor.county_id
    if actor.reach is not Reach.TOWNSHIP:
        return county
    return and_(county, or_(Case.township_code == actor.township_code, _desk(actor)))


def handed_on_by(actor: Actor) -> Predicate:
    """Say which cases this person's committee had before: what it did then may still be told."""
    if actor.committee_id is None or actor.reach not in DESKS:
        return NOWHERE
    return and_(
        Case.county_id == actor.county_id,
        exists()
        .where(
            Handover.county_id == Case.county_id,
            Handover.case_id == Case.id,
            Handover.from_committee_id == actor.committee_id,
            Handover.state == written(HandoverState.ACCEPTED),
        )
        .correlate(Case),
    )


def find_case(session: Session, actor: Actor, case_id: UUID) -> Case:
    """Load a case this person may see, or raise NotFound."""
    values = values_of(actor) | {"case_id": case_id}
    found = session.execute(_seen(kind_of(actor), nowhere_else), values).first()
    if found is None:
        raise NotFound(UNSEEN)
    case: Case = found[0]
    return case


def take_up(
    session: Session, actor: Actor, case_id: UUID, beside: Beside = nowhere_else
) -> tuple[Case, bool]:
    """Load a case for change, locked until the end, and say whether this person may act in it."""
    values = values_of(actor) | {"case_id": case_id}
    found = session.execute(_locked(kind_of(actor), beside), values).first()
    if found is None:
        raise NotFound(UNSEEN)
    return found[0], bool(found[1])


@cache
def _locked(kind: Kind, beside: Beside) -> Select[Any]:
    fresh = _seen(kind, beside).with_for_update(of=Case)
    return fresh.execution_options(populate_existing=True)


@cache
def _seen(kind: Kind, beside: Beside) -> Select[Any]:
    person = anyone(kind)
    more = beside(person)
    in_hand = or_(in_hand_of(person), more)
    sight = or_(visible_to(person), more)
    row = and_(Case.county_id == person.county_id, Case.id == bindparam("case_id"))
    return select(Case).add_columns(in_hand).where(row, sight)  # by key, whatever sight asks


def _within(actor: Actor, scope: Predicate) -> Predicate:
    opened = or_(Case.is_sealed.is_(False), _assigned(actor), Case.registered_by == actor.user_id)
    return and_(Case.county_id == actor.county_id, scope, opened)


def _assigned(actor: Actor) -> Predicate:
    seats = [_mediating(actor.mediator_id)] if actor.mediator_id is not None else []
    if actor.specialist_id is not None:
        seats.append(_called(actor.specialist_id))
    return or_(false(), *seats)


def _mediating(mediator_id: UUID) -> Predicate:
    return (
        exists()
        .where(
            CaseMediator.county_id == Case.county_id,
            CaseMediator.case_id == Case.id,
            CaseMediator.mediator_id == mediator_id,
            CaseMediator.until_on.is_(None),
        )
        .correlate(Case)
    )


def _called(specialist_id: UUID) -> Predicate:
    return (
        exists()
        .where(
            CaseSpecialist.county_id == Case.county_id,
            CaseSpecialist.case_id == Case.id,
            CaseSpecialist.specialist_id == specialist_id,
            CaseSpecialist.until_on.is_(None),
        )
        .correlate(Case)
    )


def _own(actor: Actor) -> Predicate:
    return Case.registered_by == actor.user_id


def _desk(actor: Actor) -> Predicate:
    if actor.committee_id is None:
        return false()
    return Case.committee_id == actor.committee_id


def _offered(actor: Actor) -> Predicate:
    """Let the committee that a case is offered to read it, so that it can answer."""
    if actor.committee_id is None or actor.reach not in DESKS:
        return false()
    return (
        exists()
        .where(
            Handover.county_id == Case.county_id,
            Handover.case_id == Case.id,
            Handover.to_committee_id == actor.committee_id,
            Handover.state == written(HandoverState.OFFERED),
        )
        .correlate(Case)
    )


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
