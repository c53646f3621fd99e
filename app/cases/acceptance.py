"""受理 and 不予受理: what the law lets a committee take on, and where the rest must go.

Excluded matters are not accepted; the party is told which organ to go to (75号令 22, 24 条). After
a party's clear refusal there is no mediation (人民调解法 17 条).
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import actor_behind
from app.access.roles import Reach
from app.cases.commands import AcceptCase, DeclineCase
from app.cases.enums import Outcome
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.numbers import file_number, next_number
from app.cases.records import Acceptance
from app.cases.routing.proposals import first_stage, why_not
from app.cases.stages import Stage
from app.cases.verbs import move_case, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.text import clean
from app.people.bodies import Committee

REASON_LIMIT = 1000


def accept_case(command: AcceptCase, work: Work) -> str:
    """Take the dispute on: 卷号 of the committee and year, then the first stage by the rules."""
    case = take_open_case(work)
    _demand_acceptable(case, command, work.session)
    committee = _committee(command, case, work)
    year = command.on.year
    serial = next_number(work.session, case.county_id, f"file:{committee.id}", year)
    case.file_number = file_number(committee.short_name, year, serial)
    case.accepted_on = command.on
    case.committee_id = committee.id
    work.session.add(
        Acceptance(
            county_id=case.county_id,
            case_id=case.id,
            is_accepted=True,
            on=command.on,
            decided_by=command.actor_id,
            decided_at=work.now,
        )
    )
    work.session.flush()
    work.record(Tag.ACCEPTED, case.id, file_number=case.file_number, committee=committee.id)
    move_case(case, first_stage(work.session, case), work)
    return case.file_number


def decline_case(command: DeclineCase, work: Work) -> None:
    """不予受理: say why and where to go; the dispute stays in the books, closed."""
    case = take_open_case(work)
    _demand_undecided(case)
    reason = clean(command.reason, label="不予受理理由", limit=REASON_LIMIT)
    if not reason:
        raise Incomplete("请写明不予受理的理由（《人民调解工作若干规定》第24条）。", field="reason")
    work.session.add(
        Acceptance(
            county_id=case.county_id,
            case_id=case.id,
            is_accepted=False,
            on=command.on,
            reason=reason,
            refer_to=command.refer_to,
            decided_by=command.actor_id,
            decided_at=work.now,
        )
    )
    work.record(Tag.DECLINED, case.id, refer_to=command.refer_to)
    case.outcome, case.closed_on = Outcome.DECLINED, command.on
    move_case(case, Stage.CLOSED, work)


def acceptance_of(session: Session, case: Case) -> Acceptance | None:
    """Find what was decided about taking the case on."""
    return session.get(Acceptance, (case.county_id, case.id))


def committees_for(session: Session, case: Case) -> list[Committee]:
    """List the committees that may take the case, the one it was routed to first."""
    query = select(Committee).where(
        Committee.county_id == case.county_id, Committee.dissolved_on.is_(None)
    )
    found = session.scalars(query.order_by(Committee.level, Committee.name)).all()
    return sorted(found, key=lambda committee: committee.id != case.committee_id)


def _demand_acceptable(case: Case, command: AcceptCase, session: Session) -> None:
    _demand_undecided(case)
    if command.on < case.received_on:
        message = f"受理日期 {command.on} 早于登记日期 {case.received_on}，请核对。"
        raise Incomplete(message, field="on")
    blocked = why_not(session, case)
    if blocked:
        raise NotNow(blocked)


def _demand_undecided(case: Case) -> None:
    if case.accepted_on is not None:
        message = f"案件已在 {case.accepted_on} 受理，卷号 {case.file_number}，不用再办。"
        raise NotNow(message)


def _committee(command: AcceptCase, case: Case, work: Work) -> Committee:
    committee = work.session.get(Committee, (case.county_id, command.committee_id))
    if committee is None or committee.dissolved_on is not None:
        raise NotFound("没有这个调委会，或者它已撤销。请从名单里重新选择。")
    actor = actor_behind(work)
    near = {case.committee_id, actor.committee_id}
    if actor.reach is not Reach.COUNTY and committee.id not in near:
        raise NotAllowed("您只能由本调委会或分到的调委会受理；交给别的调委会请用“改派”。")
    return committee
