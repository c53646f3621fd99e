"""Whoever plans may swap two people at once: both are told, and either may object."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_of
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.people.reading import has_account
from app.rota.changing import demand_swappable, exchange
from app.rota.commands import SwapDuties
from app.rota.enums import SwapState
from app.rota.model import Duty
from app.rota.sight import find_duty, take_committee
from app.rota.swap_commands import ObjectToSwap
from app.rota.swap_records import SwapOffer
from app.rota.tags import Tag


def swap_duties(command: SwapDuties, work: Work) -> UUID:
    """Let two people change places; one's own duty goes by asking, where the other can be asked."""
    one = find_duty(work.session, command.county_id, command.duty_id)
    other = find_duty(work.session, command.county_id, command.other_id)
    take_committee(work, one.committee_id)
    demand_swappable(one, other, work)
    _demand_not_own(one, other, work)
    row = SwapOffer(
        county_id=one.county_id,
        id=new_id(),
        state=SwapState.DECIDED,
        duty_id=one.id,
        other_id=other.id,
        asker_id=one.mediator_id,
        asked_id=other.mediator_id,
        gives_on=one.on,
        takes_on=other.on,
        note=clean(command.note or "", label="为什么换", limit=200) or None,
        offered_at=work.now,
        answered_at=work.now,
        decided_by=command.actor_id,
    )
    work.session.add(row)
    exchange(one, other, work)
    _say(Tag.SWAP_DECIDED, row, work)
    return row.id


def object_to_swap(command: ObjectToSwap, work: Work) -> None:
    """Say why it does not do; the duties stay swapped until whoever plans decides anew."""
    row = work.session.get(SwapOffer, (command.county_id, command.offer_id), with_for_update=True)
    me = _actor(work).mediator_id
    if row is None or me not in {row.asker_id, row.asked_id}:
        raise NotFound("没有找到这次换班。请从“换班”页重新进入。")
    if row.state != SwapState.DECIDED:
        raise NotNow("这次换班不是排班人直接换的，或者已经有人提过异议。请刷新页面查看最新情况。")
    if max(row.gives_on, row.takes_on) < command.on:
        raise NotNow("这两班都已经过去，不能再提异议。")
    row.because = clean(command.because, label="为什么不行", limit=200)
    if not row.because:
        raise Incomplete("请写明为什么不行，例如：那天已经约了当事人。", field="because")
    row.state, row.objector_id = SwapState.OBJECTED, me
    _say(Tag.SWAP_OBJECTED, row, work)


def objection_to(session: Session, duty: Duty) -> SwapOffer | None:
    """Find what one of the two objects to about a duty, unless it was decided anew since."""
    mine = (SwapOffer.duty_id == duty.id) | (SwapOffer.other_id == duty.id)
    decided = select(SwapOffer).where(
        SwapOffer.county_id == duty.county_id, SwapOffer.decided_by.is_not(None), mine
    )
    newest = session.scalar(
        decided.order_by(SwapOffer.offered_at.desc(), SwapOffer.id.desc()).limit(1)
    )
    return newest if newest is not None and newest.state == SwapState.OBJECTED else None


def _demand_not_own(one: Duty, other: Duty, work: Work) -> None:
    me = _actor(work).mediator_id
    theirs = {one.mediator_id, other.mediator_id} - {me}
    if len(theirs) == 1 and has_account(work.session, one.county_id, *theirs):
        raise NotAllowed("自己的班要先问同事：在自己那一班的页上点“问同事”，对方同意就换。")


def _say(tag: Tag, row: SwapOffer, work: Work) -> None:
    work.record(
        tag,
        offer_id=row.id,
        duty_id=row.duty_id,
        asker=row.asker_id,
        asked=row.asked_id,
        days=[row.gives_on, row.takes_on],
    )


def _actor(work: Work) -> Actor:
    return actor_of(work.session, work.command.county_id, work.command.actor_id)
