"""Specialists (行业专家): on the list, corrected, retired."""

from uuid import UUID

from app.kernel.bus import Work
from app.kernel.errors import NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import Specialist
from app.people.commands import (
    MakeSpecialist,
    RetireSpecialist,
    ReviseSpecialist,
    SpecialistSaid,
)
from app.people.tags import Tag


def make_specialist(command: MakeSpecialist, work: Work) -> UUID:
    """Put a specialist on the list and answer their id."""
    specialist = Specialist(county_id=command.county_id, id=new_id())
    _fill(specialist, command, work)
    work.session.add(specialist)
    work.record(Tag.SPECIALIST_MADE, specialist=specialist.id)
    return specialist.id


def revise_specialist(command: ReviseSpecialist, work: Work) -> UUID:
    """Correct what is known of a specialist."""
    specialist = _specialist(work, command.county_id, command.specialist_id)
    _fill(specialist, command, work)
    work.record(Tag.SPECIALIST_REVISED, specialist=specialist.id)
    return specialist.id


def retire_specialist(command: RetireSpecialist, work: Work) -> None:
    """Take a specialist off the list of those who are invited."""
    specialist = _specialist(work, command.county_id, command.specialist_id)
    if specialist.until_on is not None:
        message = f"这位专家已于 {specialist.until_on} 退出。"
        raise NotNow(message)
    specialist.until_on = command.on
    work.record(Tag.SPECIALIST_RETIRED, specialist=specialist.id)


def _specialist(work: Work, county_id: str, specialist_id: UUID) -> Specialist:
    specialist = work.session.get(Specialist, (county_id, specialist_id))
    if specialist is None:
        raise NotFound("没有找到这位专家，请从专家名单重新进入。")
    return specialist


def _fill(specialist: Specialist, said: SpecialistSaid, work: Work) -> None:
    specialist.name = said.name
    specialist.field = said.field
    specialist.unit = said.unit
    specialist.title = said.title
    specialist.languages = said.languages
    if said.phone:
        place = f"specialists|phone|{specialist.county_id}|{specialist.id}"
        specialist.phone_sealed = work.ring.seal(said.phone, place)
