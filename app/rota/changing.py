"""Change what was planned: swap two duties, let somebody stand in, take back a mistake."""

from sqlalchemy import select

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.kernel.text import clean
from app.rota.commands import RecordAbsence, RemoveDuty
from app.rota.model import Duty
from app.rota.planning import add_duty, check_seats
from app.rota.sight import find_duty, take_committee
from app.rota.tags import Tag


def demand_swappable(one: Duty, other: Duty, work: Work) -> None:
    """Let only duties of one kind that lie ahead be swapped, and nobody be on duty twice."""
    for duty in (one, other):
        _check_ahead(duty, work)
    if why := _in_the_way(one, other, work):
        raise Incomplete(why, field="other_id")


def exchange(one: Duty, other: Duty, work: Work) -> None:
    """Let the two change places, and leave the footprint."""
    one.mediator_id, other.mediator_id = other.mediator_id, one.mediator_id
    work.record(
        Tag.SWAPPED,
        committee_id=one.committee_id,
        duty_id=one.id,
        other_id=other.id,
        days=[one.on, other.on],
    )


def record_absence(command: RecordAbsence, work: Work) -> None:
    """Write down why somebody cannot come, and who stands in."""
    duty = find_duty(work.session, command.county_id, command.duty_id)
    committee = take_committee(work, duty.committee_id)
    if duty.absent_because is not None:
        raise NotNow("这一班已经登记过请假。请看值班表里顶班的人。")
    because = clean(command.because, label="原因", limit=200)
    if not because:
        raise Incomplete("请写明不能来的原因，一两个字也行，例如：外出学习。", field="because")
    duty.absent_because = because
    if command.stand_in_id is not None:
        check_seats(work, committee, (command.stand_in_id,), duty.on)
        if _has_duty(work, duty, command.stand_in_id):
            raise Incomplete(
                "这个人当天已经有这种班，不能再顶班。请另选一位。", field="stand_in_id"
            )
        stand_in = add_duty(
            work, committee, duty.kind, duty.on, command.stand_in_id, village_code=duty.village_code
        )
        stand_in.in_place_of = duty.id
    work.record(
        Tag.ABSENT,
        committee_id=committee.id,
        duty_id=duty.id,
        has_stand_in=command.stand_in_id is not None,
        day=duty.on,
    )


def remove_duty(command: RemoveDuty, work: Work) -> None:
    """Take a duty out of the timetable; what it was stays in the footprint."""
    duty = find_duty(work.session, command.county_id, command.duty_id)
    take_committee(work, duty.committee_id)
    _check_ahead(duty, work)
    work.record(
        Tag.REMOVED,
        committee_id=duty.committee_id,
        duty_id=duty.id,
        kind=duty.kind,
        mediator_id=duty.mediator_id,
        day=duty.on,
    )
    work.session.delete(duty)


def _in_the_way(one: Duty, other: Duty, work: Work) -> str | None:
    if (one.committee_id, one.kind) != (other.committee_id, other.kind):
        return "只能和本会同一种班换。请另选一班。"
    if one.on == other.on or one.mediator_id == other.mediator_id:
        return "这两班在同一天，或者是同一个人，不用换。请选别人别的日子的班。"
    for duty, who in ((one, other.mediator_id), (other, one.mediator_id)):
        if _has_duty(work, duty, who):
            return f"{duty.on} 对方已经另有一班，换不成。请另选一班。"
    return None


def _check_ahead(duty: Duty, work: Work) -> None:
    if duty.on < work.command.on:
        message = f"{duty.on} 的班已经过去，不能再改。没来的可以登记请假。"
        raise NotNow(message)
    if duty.absent_because is not None:
        raise NotNow("这一班已经登记请假，留作记录，不能再改。")


def _has_duty(work: Work, like: Duty, mediator_id: object) -> bool:
    known = select(Duty.id).where(
        Duty.county_id == like.county_id,
        Duty.committee_id == like.committee_id,
        Duty.on == like.on,
        Duty.kind == like.kind,
        Duty.village_code == like.village_code,
        Duty.mediator_id == mediator_id,
        Duty.id != like.id,
    )
    return work.session.scalar(known) is not None
