"""指定调解员: one or more, one of them chairs (人民调解法 19 条; 75号令 25 条)."""

from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.cases.commands import AssignMediators
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.recusal import recusals_of, seats_of
from app.cases.recusal_commands import RecusalOutcome
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import CommitteeMember, Mediator

REPLACED = "改由他人调解"


def assign_mediators(command: AssignMediators, work: Work) -> None:
    """Seat the mediators; the first one chairs. Who leaves stays in the history."""
    case = take_open_case(work)
    wanted = tuple(dict.fromkeys(command.mediator_ids))
    if not wanted:
        raise Incomplete("至少要有一名调解员（人民调解法第19条）。请选择。", field="mediator_ids")
    for mediator_id in wanted:
        _demand_free(case, _mediator(work.session, case, mediator_id), work.session)
    seated = {seat.mediator_id: seat for seat in seats_of(work.session, case)}
    for mediator_id, seat in seated.items():
        if mediator_id not in wanted:
            seat.until_on, seat.until_reason = command.on, REPLACED
    for mediator_id in wanted:
        seat = seated.get(mediator_id) or _seat(command, case, mediator_id, work)
        seat.is_chair = mediator_id == wanted[0]
        seat.is_chosen_by_parties = command.is_chosen_by_parties
    renew(case)
    ids = [str(mediator_id) for mediator_id in wanted]
    chosen = command.is_chosen_by_parties
    work.record(Tag.MEDIATORS_ASSIGNED, case.id, mediators=ids, chosen_by_parties=chosen)


def candidates_for(session: Session, case: Case) -> tuple[list[Mediator], list[Mediator]]:
    """List the county's serving mediators: those of the case and of its committee, the others."""
    query = select(Mediator).where(
        Mediator.county_id == case.county_id, Mediator.until_on.is_(None)
    )
    members = select(CommitteeMember.mediator_id).where(
        CommitteeMember.county_id == case.county_id,
        CommitteeMember.committee_id == case.committee_id,
        CommitteeMember.until_on.is_(None),
    )
    near = {seat.mediator_id for seat in seats_of(session, case)} | set(session.scalars(members))
    found = session.scalars(query.order_by(Mediator.name, Mediator.id)).all()
    return [one for one in found if one.id in near], [one for one in found if one.id not in near]


def seated_in(session: Session, case: Case) -> list[tuple[UUID, str]]:
    """Name who mediates the case now, the chair first."""
    mine = and_(
        CaseMediator.county_id == Mediator.county_id, CaseMediator.mediator_id == Mediator.id
    )
    rows = (
        select(Mediator.id, Mediator.name)
        .join(CaseMediator, mine)
        .where(
            CaseMediator.county_id == case.county_id,
            CaseMediator.case_id == case.id,
            CaseMediator.until_on.is_(None),
        )
    )
    ordered = rows.order_by(CaseMediator.is_chair.desc(), CaseMediator.id)
    return [(row.id, row.name) for row in session.execute(ordered)]


def _demand_free(case: Case, mediator: Mediator, session: Session) -> None:
    for recusal in recusals_of(session, case):
        if recusal.mediator_id != mediator.id or recusal.outcome == RecusalOutcome.STAYS:
            continue
        message = (
            f"{mediator.name}在本案有回避情形（{recusal.reason}），各方同意前不能担任调解员。"
            "请另选一名，或先处理回避。"
        )
        raise NotNow(message)


def _seat(command: AssignMediators, case: Case, mediator_id: UUID, work: Work) -> CaseMediator:
    seat = CaseMediator(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        mediator_id=mediator_id,
        since_on=command.on,
    )
    work.session.add(seat)
    return seat


def _mediator(session: Session, case: Case, mediator_id: UUID) -> Mediator:
    mediator = session.get(Mediator, (case.county_id, mediator_id))
    if mediator is None or mediator.until_on is not None:
        raise NotFound("没有这位调解员，或者已离任。请从名册里重新选择。")
    return mediator
