"""边填边查: cases that may be about the same person or the same dispute, among those one may see.

Names of Tibetan origin have no surname and repeat often: a name alone is no likeness; a name with
the same area is, and so is the same identity number, the same phone, or the same two sides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.intake.identity import read_id_number, read_phone
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.visibility import visible_to
from app.kernel.db import ring_of

MOST = 5
LOOKED_AT = 60
BY_ID, BY_PHONE, BY_PLACE, BY_SIDES = "身份证号相同", "电话相同", "同名同地", "双方同名"
WEIGHT = {BY_SIDES: 4, BY_ID: 3, BY_PHONE: 2, BY_PLACE: 1}


@dataclass(frozen=True)
class Likeness:
    """A case that resembles what is being typed, and why."""

    case: Case
    why: tuple[str, ...]


def likenesses(
    session: Session,
    actor: Actor,
    parties: Iterable[Mapping[str, Any]],
    *,
    but: Iterable[UUID] = (),
) -> list[Likeness]:
    """Find at most five like cases, the likest first; `parties` may be half typed."""
    typed = list(parties)
    found = _like_parties(session, actor, typed)
    reasons: dict[UUID, set[str]] = defaultdict(set)
    names: dict[UUID, set[str]] = defaultdict(set)
    cases: dict[UUID, Case] = {}
    for party, case in found:
        cases[case.id] = case
        names[case.id].add(party.name)
        reasons[case.id].update(_why(session, party, typed))
    for case_id, same in names.items():
        if _both_sides(typed, same):
            reasons[case_id].add(BY_SIDES)
    for left_out in but:
        reasons.pop(left_out, None)
    ranked = sorted(
        (one for one in reasons if reasons[one]),
        key=lambda one: _weight(reasons[one]),
        reverse=True,
    )
    return [Likeness(cases[one], _ordered(reasons[one])) for one in ranked[:MOST]]


def _like_parties(
    session: Session, actor: Actor, typed: list[Mapping[str, Any]]
) -> list[tuple[Party, Case]]:
    same = list(_sameness(session, typed))
    if not same:
        return []
    query = (
        select(Party, Case)
        .join(Case, and_(Case.county_id == Party.county_id, Case.id == Party.case_id))
        .where(Party.county_id == actor.county_id, or_(*same), visible_to(actor))
        .order_by(Case.received_on.desc(), Case.id.desc())
        .limit(LOOKED_AT)
    )
    return [(party, case) for party, case in session.execute(query)]


def _sameness(session: Session, typed: list[Mapping[str, Any]]) -> Iterator[ColumnElement[bool]]:
    ring = ring_of(session)
    names = {party["name"] for party in typed if party.get("name")}
    if names:
        yield Party.name.in_(names)
    ids = {ring.blind("id", number) for party in typed if (number := _id_number(party))}
    if ids:
        yield Party.id_number_blind.in_(ids)
    phones = {ring.blind("phone", phone) for party in typed if (phone := _phone(party))}
    if phones:
        yield Party.phone_blind.in_(phones)


def _why(session: Session, stored: Party, typed: list[Mapping[str, Any]]) -> Iterator[str]:
    ring = ring_of(session)
    for party in typed:
        number, phone = _id_number(party), _phone(party)
        if number and ring.blind("id", number) == stored.id_number_blind:
            yield BY_ID
        if phone and ring.blind("phone", phone) == stored.phone_blind:
            yield BY_PHONE
        same_place = party.get("area") and party.get("area") == stored.area_code
        if party.get("name") == stored.name and same_place:
            yield BY_PLACE


def _both_sides(typed: list[Mapping[str, Any]], names: set[str]) -> bool:
    sides = {party.get("side") for party in typed if party.get("name") in names}
    return {"applicant", "respondent"} <= sides


def _id_number(party: Mapping[str, Any]) -> str | None:
    try:
        return read_id_number(party.get("id_number") or "")
    except ValueError:
        return None


def _phone(party: Mapping[str, Any]) -> str | None:
    try:
        return read_phone(party.get("phone") or "")
    except ValueError:
        return None


def _weight(reasons: set[str]) -> int:
    return sum(WEIGHT[reason] for reason in reasons)


def _ordered(reasons: set[str]) -> tuple[str, ...]:
    return tuple(sorted(reasons, key=lambda reason: -WEIGHT[reason]))
