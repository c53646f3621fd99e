"""Plan duties: turns on working days, visits on the day a village wants."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from app.deadlines.holidays import calendar_of
from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.people.bodies import Committee
from app.people.composition import sitting
from app.people.reading import seats_of
from app.places.model import Area
from app.rota.commands import PlanTurns, PlanVisit
from app.rota.enums import DutyKind
from app.rota.model import Duty
from app.rota.sight import take_committee
from app.rota.tags import Tag

MOST = 92  # days: a quarter at once


def plan_turns(command: PlanTurns, work: Work) -> int:
    """Give each working day of a span its person in turn; answer how many days were planned."""
    committee = take_committee(work, command.committee_id)
    check_seats(work, committee, command.mediator_ids, command.first)
    if command.first < command.on:
        raise Incomplete("不能给已经过去的日子排班，请从今天或以后排起。", field="first")
    if not 0 <= (command.last - command.first).days < MOST:
        message = f"最后一天应当在第一天以后，一次最多排 {MOST} 天，请核对。"
        raise Incomplete(message, field="last")
    days = _open_days(command, work)
    if not days:
        raise Incomplete(
            "这几天没有要排的：都是休息日，或者都已排好。请换日期，或在表里换班。", field="first"
        )
    start = _turn_after(command, work)
    for turn, day in enumerate(days):
        who = command.mediator_ids[(start + turn) % len(command.mediator_ids)]
        add_duty(work, committee, DutyKind.OFFICE_HOURS, day, who)
    _record(work, committee, DutyKind.OFFICE_HOURS, days)
    return len(days)


def plan_visit(command: PlanVisit, work: Work) -> int:
    """Send mediators to a village on a day; answer how many go."""
    committee = take_committee(work, command.committee_id)
    check_seats(work, committee, command.mediator_ids, command.day)
    if command.day < command.on:
        raise Incomplete("进村的日子已经过去，请选今天或以后。", field="day")
    village = work.session.get(Area, (command.county_id, command.village_code))
    if village is None or village.level != "village":
        raise Incomplete("请从名单里选择要去的村（社区）。", field="village_code")
    known = _on_duty(work, committee, command)
    if set(command.mediator_ids) <= known:
        raise Incomplete("这些人当天已经排了去这个村。请换日期或换人。", field="mediator_ids")
    for who in command.mediator_ids:
        if who not in known:
            add_duty(
                work,
                committee,
                DutyKind.VILLAGE_VISIT,
                command.day,
                who,
                village_code=command.village_code,
            )
    _record(work, committee, DutyKind.VILLAGE_VISIT, [command.day])
    return len(set(command.mediator_ids) - known)


def add_duty(  # noqa: PLR0913 (what a duty is)
    work: Work,
    committee: Committee,
    kind: str,
    on: date,
    mediator_id: UUID,
    *,
    village_code: str = "",
) -> Duty:
    """Put one duty into the timetable."""
    duty = Duty(
        county_id=committee.county_id,
        id=new_id(),
        committee_id=committee.id,
        kind=kind,
        on=on,
        mediator_id=mediator_id,
        village_code=village_code,
        planned_by=work.command.actor_id,
        planned_at=work.now,
    )
    work.session.add(duty)
    return duty


def check_seats(work: Work, committee: Committee, who: Sequence[UUID], on: date) -> None:
    """Let only people who sit in the committee on that day be planned."""
    seated = {one.id for _, one in sitting(seats_of(work.session, committee), on)}
    if not who or not set(who) <= seated:
        message = f"请从{committee.name}当天在任的调解员里选人。名单在“调委会”页更正。"
        raise Incomplete(message, field="mediator_ids")


def _record(work: Work, committee: Committee, kind: DutyKind, days: list[date]) -> None:
    work.record(
        Tag.PLANNED,
        committee_id=committee.id,
        kind=kind,
        days=len(days),
        first=days[0],
        last=days[-1],
    )


def _open_days(command: PlanTurns, work: Work) -> list[date]:
    calendar = calendar_of(work.session, command.county_id)
    taken = select(Duty.on).where(
        Duty.county_id == command.county_id,
        Duty.committee_id == command.committee_id,
        Duty.kind == DutyKind.OFFICE_HOURS,
        Duty.absent_because.is_(None),
        Duty.on.between(command.first, command.last),
    )
    known = set(work.session.scalars(taken))
    span = range((command.last - command.first).days + 1)
    days = [command.first + timedelta(days=n) for n in span]
    return [day for day in days if day not in known and calendar.is_working(day)]


def _turn_after(command: PlanTurns, work: Work) -> int:
    before = select(Duty.mediator_id).where(
        Duty.county_id == command.county_id,
        Duty.committee_id == command.committee_id,
        Duty.kind == DutyKind.OFFICE_HOURS,
        Duty.on < command.first,
    )
    sat = work.session.scalar(before.order_by(Duty.on.desc(), Duty.id.desc()).limit(1))
    return command.mediator_ids.index(sat) + 1 if sat in command.mediator_ids else 0


def _on_duty(work: Work, committee: Committee, command: PlanVisit) -> set[UUID]:
    planned = select(Duty.mediator_id).where(
        Duty.county_id == committee.county_id,
        Duty.committee_id == committee.id,
        Duty.kind == DutyKind.VILLAGE_VISIT,
        Duty.on == command.day,
        Duty.village_code == command.village_code,
    )
    return set(work.session.scalars(planned))
