"""A swap is asked for, and made when the colleague agrees; until then both duties stay."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.kernel.bus import Work
from app.kernel.columns import written
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.people.names import mediator_names
from app.people.reading import has_account
from app.rota.changing import demand_swappable, exchange
from app.rota.enums import SwapState
from app.rota.sight import find_duty
from app.rota.swap_commands import AcceptSwap, DeclineSwap, OfferSwap, WithdrawSwap
from app.rota.swap_records import SwapOffer
from app.rota.tags import Tag

MOST = 50


def offer_swap(command: OfferSwap, work: Work) -> UUID:
    """Ask the colleague; NotNow while another question about this duty waits."""
    one = find_duty(work.session, command.county_id, command.duty_id)
    other = find_duty(work.session, command.county_id, command.other_id)
    if actor_behind(work).mediator_id != one.mediator_id:
        raise NotAllowed("只有值这一班的人自己能提出换班。排班的人可以直接换。")
    demand_swappable(one, other, work)
    _demand_none_waits(one.id, work)
    _demand_reachable(other.mediator_id, work)
    row = SwapOffer(
        county_id=one.county_id,
        id=new_id(),
        duty_id=one.id,
        other_id=other.id,
        asker_id=one.mediator_id,
        asked_id=other.mediator_id,
        gives_on=one.on,
        takes_on=other.on,
        note=clean(command.note or "", label="说明", limit=200) or None,
        offered_at=work.now,
    )
    work.session.add(row)
    _say(Tag.SWAP_OFFERED, row, work)
    return row.id


def accept_swap(command: AcceptSwap, work: Work) -> None:
    """Change places; NotNow where the duties have changed meanwhile."""
    row = _asked(command.offer_id, work)
    one = find_duty(work.session, row.county_id, row.duty_id)
    other = find_duty(work.session, row.county_id, row.other_id)
    if (one.mediator_id, other.mediator_id) != (row.asker_id, row.asked_id):
        raise NotNow("这两班后来又改过人，不能照这次换。请双方看值班表，重新商量。")
    demand_swappable(one, other, work)
    exchange(one, other, work)
    _end(row, SwapState.ACCEPTED, work)
    _say(Tag.SWAP_ACCEPTED, row, work)


def decline_swap(command: DeclineSwap, work: Work) -> None:
    """Keep things as they are."""
    row = _asked(command.offer_id, work)
    row.because = clean(command.because or "", label="原因", limit=200) or None
    _end(row, SwapState.DECLINED, work)
    _say(Tag.SWAP_DECLINED, row, work)


def withdraw_swap(command: WithdrawSwap, work: Work) -> None:
    """Take the question back."""
    row = _waiting(command.offer_id, work)
    if actor_behind(work).mediator_id != row.asker_id:
        raise NotAllowed("只有提出换班的人能撤回。")
    _end(row, SwapState.WITHDRAWN, work)
    _say(Tag.SWAP_WITHDRAWN, row, work)


def offers_of(session: Session, actor: Actor) -> Sequence[SwapOffer]:
    """List the swaps a person asked for, was asked for or decided, those that wait first."""
    mine = or_(
        SwapOffer.asker_id == actor.mediator_id,
        SwapOffer.asked_id == actor.mediator_id,
        SwapOffer.decided_by == actor.user_id,
    )
    rows = select(SwapOffer).where(SwapOffer.county_id == actor.county_id, mine)
    waits = SwapOffer.state != SwapState.OFFERED
    return session.scalars(rows.order_by(waits, SwapOffer.offered_at.desc()).limit(MOST)).all()


def _waiting(offer_id: UUID, work: Work) -> SwapOffer:
    key = (work.command.county_id, offer_id)
    row = work.session.get(SwapOffer, key, with_for_update=True)
    if row is None:
        raise NotFound("没有找到这次换班。请从“换班”页重新进入。")
    if row.state != SwapState.OFFERED:
        raise NotNow("这次换班已经答复或撤回，不能再改。请刷新页面查看最新情况。")
    return row


def _asked(offer_id: UUID, work: Work) -> SwapOffer:
    row = _waiting(offer_id, work)
    if actor_behind(work).mediator_id != row.asked_id:
        raise NotAllowed("只有被征求的人能答复。")
    return row


def _end(row: SwapOffer, state: SwapState, work: Work) -> None:
    row.state, row.answered_at = state, work.now


def _demand_none_waits(duty_id: UUID, work: Work) -> None:
    waits = select(SwapOffer).where(
        SwapOffer.county_id == work.command.county_id,
        SwapOffer.duty_id == duty_id,
        SwapOffer.state == written(SwapState.OFFERED),
    )
    known = work.session.scalar(waits)
    if known is not None:
        name = mediator_names(work.session, known.county_id, {known.asked_id})[known.asked_id]
        message = f"这一班已经在等{name}答复。要问别人，请先在“换班”页撤回。"
        raise NotNow(message)


def _demand_reachable(mediator_id: UUID, work: Work) -> None:
    if not has_account(work.session, work.command.county_id, mediator_id):
        raise Incomplete(
            "对方没有账号，收不到。两个人说好以后，请排班的人直接换。", field="other_id"
        )


def _say(tag: Tag, row: SwapOffer, work: Work) -> None:
    days = [row.gives_on, row.takes_on]
    work.record(tag, offer_id=row.id, asker=row.asker_id, asked=row.asked_id, days=days)
