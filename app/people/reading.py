"""Looking up bodies and their people, for pages and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.kernel.errors import NotFound
from app.people.bodies import (
    Committee,
    CommitteeMember,
    Mediator,
    MediatorLanguage,
    MediatorSpecialty,
    Specialist,
)
from app.people.composition import Seats, Warned, sitting, warnings_of
from app.people.users import User

Row = TypeVar("Row")
LEVELS = ("county_center", "industry", "township", "village")


@dataclass(frozen=True)
class CommitteeLine:
    """A committee in the list."""

    committee: Committee
    members: int
    warned: list[Warned]


def committee_lines(session: Session, county_id: str, on: date) -> list[CommitteeLine]:
    """List the committees, the county's first, with what the law misses in each."""
    query = select(Committee).where(Committee.county_id == county_id)
    found = session.scalars(query.order_by(Committee.area_code, Committee.name)).all()
    seats = seats_by_committee(session, county_id)
    lines = [
        CommitteeLine(
            committee,
            len(sitting(seats.get(committee.id, []), on)),
            warnings_of(committee, seats.get(committee.id, []), on),
        )
        for committee in found
        if committee.dissolved_on is None
    ]
    return sorted(lines, key=lambda line: LEVELS.index(line.committee.level))


def seats_of(session: Session, committee: Committee) -> Seats:
    """List who has or had a seat, the director first."""
    return seats_by_committee(session, committee.county_id, committee.id).get(committee.id, [])


def find_committee(session: Session, county_id: str, committee_id: UUID) -> Committee:
    """Find a committee of the county."""
    return _found(session.get(Committee, (county_id, committee_id)), "调委会")


def find_mediator(session: Session, county_id: str, mediator_id: UUID) -> Mediator:
    """Find a mediator of the county."""
    return _found(session.get(Mediator, (county_id, mediator_id)), "调解员")


def find_specialist(session: Session, county_id: str, specialist_id: UUID) -> Specialist:
    """Find a specialist of the county."""
    return _found(session.get(Specialist, (county_id, specialist_id)), "专家")


def mediators_of(session: Session, county_id: str) -> Sequence[Mediator]:
    """List the county's serving mediators, those of full time first."""
    mine = (Mediator.county_id == county_id, Mediator.until_on.is_(None))
    order = (Mediator.is_full_time.desc(), Mediator.name, Mediator.id)
    return session.scalars(select(Mediator).where(*mine).order_by(*order)).all()


def specialists_of(session: Session, county_id: str) -> Sequence[Specialist]:
    """List the county's specialists by field."""
    mine = (Specialist.county_id == county_id, Specialist.until_on.is_(None))
    return session.scalars(
        select(Specialist).where(*mine).order_by(Specialist.field, Specialist.name)
    ).all()


def languages_by_mediator(session: Session, county_id: str) -> dict[UUID, list[str]]:
    """Give each mediator's languages."""
    mine = select(MediatorLanguage.mediator_id, MediatorLanguage.language)
    return _grouped(session, mine.where(MediatorLanguage.county_id == county_id))


def specialties_by_mediator(session: Session, county_id: str) -> dict[UUID, list[str]]:
    """Give the kinds of dispute each mediator is good at."""
    mine = select(MediatorSpecialty.mediator_id, MediatorSpecialty.dispute_type)
    return _grouped(session, mine.where(MediatorSpecialty.county_id == county_id))


def committees_by_mediator(session: Session, county_id: str, on: date) -> dict[UUID, list[str]]:
    """Name the committees each mediator sits in."""
    query = (
        select(CommitteeMember, Committee.name)
        .join(
            Committee,
            (Committee.county_id == CommitteeMember.county_id)
            & (Committee.id == CommitteeMember.committee_id),
        )
        .where(CommitteeMember.county_id == county_id)
    )
    found: dict[UUID, list[str]] = {}
    for seat, name in session.execute(query):
        if seat.until_on is None or seat.until_on > on:
            found.setdefault(seat.mediator_id, []).append(name)
    return found


def _grouped(session: Session, rows: Select[UUID, str]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for key, word in session.execute(rows):
        found.setdefault(key, []).append(word)
    return {key: sorted(words) for key, words in found.items()}


def seats_by_committee(
    session: Session, county_id: str, only: UUID | None = None
) -> dict[UUID, list[tuple[CommitteeMember, Mediator]]]:
    """Give each committee's seats, held and given up, the director first."""
    query = select(CommitteeMember, Mediator).join(
        Mediator,
        (Mediator.county_id == CommitteeMember.county_id)
        & (Mediator.id == CommitteeMember.mediator_id),
    )
    query = query.where(CommitteeMember.county_id == county_id)
    if only is not None:
        query = query.where(CommitteeMember.committee_id == only)
    found: dict[UUID, list[tuple[CommitteeMember, Mediator]]] = {}
    for seat, mediator in session.execute(query.order_by(CommitteeMember.post, Mediator.name)):
        found.setdefault(seat.committee_id, []).append((seat, mediator))
    order = ("director", "deputy", "member")
    for seats in found.values():
        seats.sort(key=lambda pair: order.index(pair[0].post))
    return found


def _found(row: Row | None, called: str) -> Row:
    if row is None:
        message = f"没有找到这个{called}，请从名单重新进入。"
        raise NotFound(message)
    return row


def has_account(session: Session, county_id: str, mediator_id: UUID) -> bool:
    """Say whether a mediator has an account that is open, so that something can be told them."""
    account = select(User.id).where(
        User.county_id == county_id, User.mediator_id == mediator_id, User.disabled_on.is_(None)
    )
    return session.scalar(account.limit(1)) is not None
