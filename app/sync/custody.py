"""带走下乡: who has a case along, and how it comes back.

A case taken along is not locked: the centre sees who has it, and people avoid most contradictions
themselves. Unused numbers are given back only by the holder whose laptop has sent everything: what a
supervisor takes back may have been printed already, so its numbers stay out, explained.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.agreements.leases import lease, release
from app.cases.model import Case
from app.cases.verbs import case_of, take_case, take_open_case
from app.cases.visibility import Predicate
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.people.users import User
from app.sync.commands import BringBack, TakeAlong, TakeBack
from app.sync.custody_records import Custody
from app.sync.devices import find_device, missing_of
from app.sync.enums import CustodyEnding
from app.sync.tags import Tag

NUMBERS = 2  # agreements one may write on one visit
REASON_LIMIT = 300


def take_along(command: TakeAlong, work: Work) -> UUID:
    """Take a case along; NotNow while somebody else has it."""
    case = take_open_case(work)
    held = held_by(work.session, case)
    if held is not None:
        if held.user_id == command.actor_id:
            return held.id
        name = work.session.get_one(User, (case.county_id, held.user_id)).name
        message = f"{name}已经带着这个案件下乡，同时只能一个人带。请与对方联系，或请负责人收回。"
        raise NotNow(message)
    row = Custody(county_id=case.county_id, id=new_id(), case_id=case.id)
    row.user_id, row.taken_at = command.actor_id, work.now
    work.session.add(row)
    work.session.flush()
    numbers = lease(work, case, row.id, NUMBERS)
    work.record(Tag.TAKEN_ALONG, case.id, custody_id=row.id, numbers=len(numbers))
    return row.id


def bring_back(command: BringBack, work: Work) -> None:
    """Give a case back; NotNow where this person does not have it."""
    case = take_case(work)
    held = held_by(work.session, case)
    if held is None or held.user_id != command.actor_id:
        raise NotNow("这个案件现在不在您手上，不用归还。请刷新页面看最新的情况。")
    if _has_sent_all(held, work):
        release(work, held.id)
    _end(held, CustodyEnding.RETURNED, None, work)


def take_back(command: TakeBack, work: Work) -> None:
    """End somebody's custody with a reason."""
    case = take_case(work)
    held = held_by(work.session, case)
    if held is None:
        raise NotNow("这个案件没有人带走，不用收回。请刷新页面看最新的情况。")
    because = clean(command.because, label="收回原因", limit=REASON_LIMIT)
    if not because:
        raise Incomplete("请写明为什么收回，例如“换由镇上办理”。", field="because")
    _end(held, CustodyEnding.TAKEN_BACK, because, work)


def end_with_closing(footprint: Footprint, work: Work) -> None:
    """Reaction to closing: nobody carries a closed case."""
    _end_if_held(footprint, CustodyEnding.CLOSED, work)


def end_with_handover(footprint: Footprint, work: Work) -> None:
    """Reaction to a handover: another committee has it now."""
    _end_if_held(footprint, CustodyEnding.HANDED_ON, work)


def end_with_device(device_id: UUID, because: str, work: Work) -> None:
    """Take back whatever a laptop that was stopped had along."""
    _end_all(Custody.device_id == device_id, because, work)


def end_of_person(user_id: UUID, because: str, work: Work) -> None:
    """Take back whatever somebody has along."""
    _end_all(Custody.user_id == user_id, because, work)


def held_by(session: Session, case: Case) -> Custody | None:
    """Find who has a case along."""
    now = select(Custody).where(
        Custody.county_id == case.county_id, Custody.case_id == case.id, Custody.ended_at.is_(None)
    )
    return session.scalars(now).first()


def custodies_of(session: Session, case: Case) -> Sequence[Custody]:
    """List who had a case along, the latest first."""
    mine = select(Custody).where(Custody.county_id == case.county_id, Custody.case_id == case.id)
    return session.scalars(mine.order_by(Custody.taken_at.desc())).all()


def carried_by(actor: Actor) -> Predicate:
    """Say which cases a person ever carried: what they did then may still be told."""
    return _custody_of(actor)


def carried_now_by(actor: Actor) -> Predicate:
    """Say which cases a person has along now."""
    return _custody_of(actor, Custody.ended_at.is_(None))


def _custody_of(actor: Actor, *more: Predicate) -> Predicate:
    return (
        exists()
        .where(
            Custody.county_id == Case.county_id,
            Custody.case_id == Case.id,
            Custody.user_id == actor.user_id,
            Case.county_id == actor.county_id,
            *more,
        )
        .correlate(Case)
    )


def _end_if_held(footprint: Footprint, ending: CustodyEnding, work: Work) -> None:
    held = held_by(work.session, case_of(footprint, work))
    if held is not None:
        _end(held, ending, None, work)


def _end_all(whose: Predicate, because: str, work: Work) -> None:
    mine = (Custody.county_id == work.command.county_id, Custody.ended_at.is_(None), whose)
    for row in work.session.scalars(select(Custody).where(*mine).order_by(Custody.id)).all():
        _end(row, CustodyEnding.TAKEN_BACK, because, work)


def _end(held: Custody, ending: CustodyEnding, because: str | None, work: Work) -> None:
    held.ended_at, held.ending = work.now, ending
    held.ended_by, held.because = work.command.actor_id, because
    work.session.flush()
    work.record(Tag.CAME_BACK, held.case_id, custody_id=held.id, ending=ending)


def _has_sent_all(held: Custody, work: Work) -> bool:
    """Say whether the laptop that fetched the case owes the centre nothing."""
    if held.device_id is None:
        return True
    device = find_device(work.session, held.county_id, held.device_id)
    return device is None or not missing_of(work.session, device)
