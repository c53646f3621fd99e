"""Mediators: on the list, corrected, retired."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, or_, update

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import CommitteeMember, Mediator, MediatorLanguage, MediatorSpecialty
from app.people.commands import MakeMediator, MediatorSaid, RetireMediator, ReviseMediator
from app.people.tags import Tag

ADULT = 18  # 人民调解法 14 条: 成年公民


def make_mediator(command: MakeMediator, work: Work) -> UUID:
    """Put a mediator on the list and answer their id."""
    mediator = Mediator(county_id=command.county_id, id=new_id())
    _fill(mediator, command, work)
    work.session.add(mediator)
    work.session.flush()
    _fill_lists(mediator, command, work)
    work.record(Tag.MEDIATOR_MADE, mediator=mediator.id)
    return mediator.id


def revise_mediator(command: ReviseMediator, work: Work) -> UUID:
    """Correct what is known of a mediator."""
    mediator = _mediator(work, command.county_id, command.mediator_id)
    _fill(mediator, command, work)
    _fill_lists(mediator, command, work)
    work.record(Tag.MEDIATOR_REVISED, mediator=mediator.id)
    return mediator.id


def retire_mediator(command: RetireMediator, work: Work) -> None:
    """Take a mediator off duty and end every seat."""
    mediator = _mediator(work, command.county_id, command.mediator_id)
    if mediator.until_on is not None:
        message = f"这位调解员已于 {mediator.until_on} 离任。"
        raise NotNow(message)
    mediator.until_on = command.on
    work.session.execute(
        update(CommitteeMember)
        .where(
            CommitteeMember.county_id == command.county_id,
            CommitteeMember.mediator_id == mediator.id,
            or_(CommitteeMember.until_on.is_(None), CommitteeMember.until_on > command.on),
        )
        .values(until_on=command.on)
    )
    work.record(Tag.MEDIATOR_RETIRED, mediator=mediator.id)


def age_on(born_on: date, day: date) -> int:
    """Count whole years of age on a day; who was born on 29 February ages on 1 March."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_birthday else 1)


def _mediator(work: Work, county_id: str, mediator_id: UUID) -> Mediator:
    mediator = work.session.get(Mediator, (county_id, mediator_id))
    if mediator is None:
        raise NotFound("没有找到这位调解员，请从调解员名单重新进入。")
    return mediator


def _fill(mediator: Mediator, said: MediatorSaid, work: Work) -> None:
    if said.born_on is not None and age_on(said.born_on, said.on) < ADULT:
        raise Incomplete(
            "调解员应当是成年公民（人民调解法第14条），这个出生日期未满18周岁。请核对。",
            field="born_on",
        )
    mediator.name = said.name
    mediator.gender = said.gender
    mediator.ethnicity = said.ethnicity
    mediator.born_on = said.born_on
    mediator.is_full_time = said.is_full_time
    mediator.since_on = said.since_on
    if said.phone:
        place = f"mediators|phone|{mediator.county_id}|{mediator.id}"
        mediator.phone_sealed = work.ring.seal(said.phone, place)


def _fill_lists(mediator: Mediator, said: MediatorSaid, work: Work) -> None:
    for table in (MediatorLanguage, MediatorSpecialty):
        work.session.execute(
            delete(table).where(
                table.county_id == mediator.county_id, table.mediator_id == mediator.id
            )
        )
    own = {"county_id": mediator.county_id, "mediator_id": mediator.id}
    work.session.add_all(MediatorLanguage(**own, language=word) for word in said.languages)
    work.session.add_all(MediatorSpecialty(**own, dispute_type=word) for word in said.specialties)
