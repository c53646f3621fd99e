"""撤销受理: a dispute that was taken on by mistake stands before the decision again.

Only while nothing has come of it: no session, no agreement, no handover. What was refused by
mistake is taken back as an ending is (see reopening).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import actor_of
from app.access.permissions import Permission
from app.cases.acceptance import acceptance_of
from app.cases.commands import RevokeAcceptance
from app.cases.consent_gate import Hurdle
from app.cases.handover_commands import HandoverState
from app.cases.handover_consent import handovers_of
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.records import Acceptance
from app.cases.recusal import seats_of
from app.cases.revoking_records import RevokedAcceptance
from app.cases.verbs import take_open_case
from app.kernel.bus import Work
from app.kernel.errors import DomainError, Incomplete, NotAllowed, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean

Begun: TypeAlias = Callable[[Session, Case], Iterable[Hurdle]]
REASON_LIMIT = 500
LEFT = "受理已撤销"
UNDER_WAY = frozenset({HandoverState.OFFERED, HandoverState.ACCEPTED})


def revoke_acceptance(
    command: RevokeAcceptance, work: Work, *, begun: Sequence[Begun] = ()
) -> None:
    """Put the case before the decision again; its file number is given to nobody else."""
    case = take_open_case(work)
    accepted = acceptance_of(work.session, case)
    if accepted is None or not accepted.is_accepted:
        raise NotNow("案件还没有受理，没有受理可以撤销。请刷新页面看最新的情况。")
    refusal = why_not_revoke(work.session, case, command.actor_id, command.on, begun)
    if refusal is not None:
        raise refusal
    because = clean(command.because, label="撤销原因", limit=REASON_LIMIT)
    if not because:
        raise Incomplete("请写明为什么撤销受理，例如“点错了案件”。", field="because")
    work.session.add(_record(case, accepted, because, work))
    for seat in seats_of(work.session, case):
        seat.until_on, seat.until_reason = command.on, LEFT
    file_number = case.file_number
    work.session.delete(accepted)
    case.hand_back()
    work.session.flush()
    work.record(Tag.ACCEPTANCE_REVOKED, case.id, file_number=file_number)


def why_not_revoke(
    session: Session, case: Case, actor_id: UUID, today: date, begun: Sequence[Begun] = ()
) -> DomainError | None:
    """Say why this person may not take the acceptance back; None where they may."""
    found = hurdles_before_revoking(session, case, begun)
    if found:
        said = "；".join(hurdle.sentence for hurdle in found)
        return NotNow(f"案件已经往下办了，不能撤销受理：{said}。要停办的，请在“结案”页办理。")
    accepted = acceptance_of(session, case)
    slipped = accepted is not None and (accepted.decided_by, accepted.on) == (actor_id, today)
    if slipped or actor_of(session, case.county_id, actor_id).may(Permission.CASE_SUPERVISE):
        return None
    return NotAllowed("受理当天由本人撤销；过了当天或者别人受理的，请报乡镇或县中心负责人撤销。")


def hurdles_before_revoking(
    session: Session, case: Case, begun: Sequence[Begun] = ()
) -> list[Hurdle]:
    """Say everything that has already come of the acceptance; empty when nothing has."""
    found = [Hurdle("已经提出或办过转办", "handovers")] if _is_handed_over(session, case) else []
    for gate in begun:
        found.extend(gate(session, case))
    return found


def revocations_of(session: Session, case: Case) -> Sequence[RevokedAcceptance]:
    """List the acceptances that were taken back, the latest first."""
    mine = select(RevokedAcceptance).where(
        RevokedAcceptance.county_id == case.county_id, RevokedAcceptance.case_id == case.id
    )
    return session.scalars(mine.order_by(RevokedAcceptance.revoked_at.desc())).all()


def _is_handed_over(session: Session, case: Case) -> bool:
    return any(one.state in UNDER_WAY for one in handovers_of(session, case))


def _record(case: Case, accepted: Acceptance, because: str, work: Work) -> RevokedAcceptance:
    return RevokedAcceptance(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        accepted_on=accepted.on,
        file_number=case.file_number,
        committee_id=case.committee_id,
        accepted_by=accepted.decided_by,
        accepted_at=accepted.decided_at,
        on=work.command.on,
        because=because,
        revoked_by=work.command.actor_id,
        revoked_at=work.now,
    )
