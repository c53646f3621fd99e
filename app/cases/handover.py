"""转办与提级: offered, accepted, declined or taken back; desk and committee change on acceptance.

The stage does not change: who mediates is one question, how they meet another.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.access.roles import Reach
from app.cases.desks import desk_of, find_committee, kind_of
from app.cases.handover_commands import (
    AcceptHandover,
    DeclineHandover,
    HandoverState,
    OfferHandover,
    TakeBackHandover,
)
from app.cases.handover_consent import demand_consents, handovers_of
from app.cases.handover_records import Handover
from app.cases.model import Case
from app.cases.recusal import seats_of
from app.cases.tags import Tag
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import Committee, CommitteeMember


def offer_handover(command: OfferHandover, work: Work) -> UUID:
    """Offer the case to another committee; until it answers, the case stays where it is."""
    case = take_open_case(work)
    here = _committee_now(work.session, case)
    _demand_custody(actor_behind(work), case)
    there = find_committee(work.session, case, command.committee_id)
    _demand_way(work.session, case, here, there, command.on)
    demand_consents(work.session, case, there.id)
    handover = Handover(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        kind=kind_of(here, there),
        from_committee_id=here.id,
        to_committee_id=there.id,
        reason=command.reason,
        because=command.because,
        offered_on=command.on,
        offered_by=command.actor_id,
        offered_at=work.now,
    )
    work.session.add(handover)
    renew(case)
    said = {"kind": handover.kind, "to": there.id, "reason": command.reason}
    work.record(Tag.HANDOVER_OFFERED, case.id, **said)
    return handover.id


def accept_handover(command: AcceptHandover, work: Work) -> None:
    """Take the case over: its committee and desk change, those who left are no longer on it."""
    case = take_open_case(work)
    handover = _answer(command.handover_id, HandoverState.ACCEPTED, None, work)
    _demand_seat(actor_behind(work), handover.to_committee_id)
    there = find_committee(work.session, case, handover.to_committee_id)
    case.committee_id = there.id
    case.desk_level, case.desk_committee = desk_of(there)
    case.desk_industry = there.industry
    _release_mediators(case, there, work)
    renew(case)
    work.record(Tag.HANDOVER_ACCEPTED, case.id, committee_id=there.id)


def decline_handover(command: DeclineHandover, work: Work) -> None:
    """Send the offer back with a reason."""
    case = take_open_case(work)
    handover = _answer(command.handover_id, HandoverState.DECLINED, command.because, work)
    _demand_seat(actor_behind(work), handover.to_committee_id)
    renew(case)
    work.record(Tag.HANDOVER_DECLINED, case.id, committee_id=handover.to_committee_id)


def take_back_handover(command: TakeBackHandover, work: Work) -> None:
    """Undo an offer while nobody has answered it."""
    case = take_open_case(work)
    _demand_custody(actor_behind(work), case)
    handover = _answer(command.handover_id, HandoverState.TAKEN_BACK, None, work)
    renew(case)
    work.record(Tag.HANDOVER_TAKEN_BACK, case.id, committee_id=handover.to_committee_id)


def open_offer(session: Session, case: Case) -> Handover | None:
    """Find the offer that waits for its answer."""
    waiting = (h for h in handovers_of(session, case) if h.state == HandoverState.OFFERED)
    return next(waiting, None)


def _committee_now(session: Session, case: Case) -> Committee:
    if case.committee_id is None:
        raise NotNow(
            "案件还没有受理，没有承办的调委会。请先受理；受理前要换去向，请在“分流”页改派。"
        )
    return find_committee(session, case, case.committee_id)


def _demand_way(session: Session, case: Case, here: Committee, there: Committee, on: date) -> None:
    if case.refused_on is not None:
        raise NotNow(
            "当事人已明确拒绝调解（人民调解法第17条），不能再转办，只能告知其他途径并结案。"
        )
    if there.id == here.id:
        raise Incomplete("案件已经在这个调委会，请另选一个。", field="committee_id")
    if there.dissolved_on is not None and there.dissolved_on <= on:
        message = f"{there.name}已经撤销，请另选一个调委会。"
        raise Incomplete(message, field="committee_id")
    if open_offer(session, case) is not None:
        raise NotNow("已经提出过转办，对方还没有答复。请等答复，或先收回再提出。")


def _answer(handover_id: UUID, state: HandoverState, answer: str | None, work: Work) -> Handover:
    command = work.command
    key = (command.county_id, handover_id)
    handover = work.session.get(Handover, key, with_for_update=True, populate_existing=True)
    if handover is None or handover.case_id != getattr(command, "case_id", None):
        raise NotFound("没有找到这次转办。请刷新页面后重试。")
    if handover.state != HandoverState.OFFERED:
        raise NotNow("这次转办已经答复或收回，不能再改。请刷新页面查看最新情况。")
    handover.state = state
    handover.answer = answer
    handover.answered_on = command.on
    handover.answered_by = command.actor_id
    handover.answered_at = work.now
    return handover


def _release_mediators(case: Case, there: Committee, work: Work) -> None:
    members = select(CommitteeMember.mediator_id).where(
        CommitteeMember.county_id == there.county_id, CommitteeMember.committee_id == there.id
    )
    staying = set(work.session.scalars(members))
    for seat in seats_of(work.session, case):
        if seat.mediator_id not in staying:
            seat.until_on = work.command.on
            seat.until_reason = f"案件转到{there.name}"


def _demand_custody(actor: Actor, case: Case) -> None:
    if actor.reach is not Reach.COUNTY and actor.committee_id != case.committee_id:
        raise NotAllowed("案件不在您的调委会办理，不能转出。请联系承办的调委会或县中心。")


def _demand_seat(actor: Actor, committee_id: UUID) -> None:
    if actor.committee_id != committee_id:
        raise NotAllowed("这个案件是转给别的调委会的，应由接收的调委会答复。")
