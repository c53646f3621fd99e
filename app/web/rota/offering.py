"""With whom a duty may be swapped, who may stand in, and the names beside it."""

from datetime import timedelta
from uuid import UUID

from app.people.names import mediator_names
from app.people.reading import find_committee
from app.rota.model import Duty
from app.rota.reading import shifts_of
from app.rota.swap_records import SwapOffer
from app.web import door
from app.web.rota.sight import seated

AHEAD = timedelta(days=62)


def others(one: Duty) -> list[tuple[UUID, str]]:
    """List the duties that one may be swapped with: of its kind, on other days, by other people."""
    today = door.clock().today()
    found = shifts_of(door.reading(), one.county_id, one.committee_id, today, today + AHEAD)
    return [
        (shift.duty.id, f"{shift.duty.on} {shift.name}")
        for shift in found
        if shift.duty.absent_because is None
        and (shift.duty.kind, shift.duty.on != one.on) == (one.kind, True)
        and shift.duty.mediator_id != one.mediator_id
    ]


def stand_ins(one: Duty) -> list[tuple[UUID, str]]:
    """List who may stand in: the committee's people, without who is absent."""
    of = find_committee(door.reading(), one.county_id, one.committee_id)
    return [pair for pair in seated(of, one.on) if pair[0] != one.mediator_id]


def names(one: Duty, objection: SwapOffer | None) -> dict[UUID, str]:
    """Name who is on duty, and who objects."""
    people = {one.mediator_id, objection.objector_id if objection else None}
    return mediator_names(door.reading(), one.county_id, people)
