"""分流 and 改派: gather what is known, ask the rules, keep the answer, send the case."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.cases.commands import OverrideRouting, RouteCase
from app.cases.enums import Risk
from app.cases.intake.recall import record_of
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.records import RoutingDecision, RoutingOverride
from app.cases.routing.committees import Desk, Seat, desk_of, seat_of
from app.cases.routing.deciding import decide_for
from app.cases.stages import Stage
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.people.bodies import Committee
from rules import Decision

RANK = tuple(Risk)
REASON_LIMIT = 1000


def route_case(_command: RouteCase, work: Work) -> UUID | None:
    """分流 again: with what is known on the day of the command."""
    case = take_open_case(work)
    row = route(case, work)
    renew(case)
    return None if row is None else row.id


def route(case: Case, work: Work) -> RoutingDecision | None:
    """Ask the rules, keep their answer for ever, and send the case while nobody has accepted it.

    After acceptance the answer is kept and shown, but only a handover moves the case. None where
    the rulebooks could not be used: the case waits for a person.
    """
    decision = decide_for(
        work.session, case.county_id, record_of(work.session, case), work.command.on
    )
    if decision is None:
        work.record(Tag.ROUTED, case.id, admissible="ask", rules="unusable")
        return None
    row = _row(case, decision, work)
    work.session.add(row)
    case.risk = max(Risk(case.risk), Risk(decision.risk), key=RANK.index)
    is_exact = _send(case, decision, work.session)
    work.session.flush()
    work.record(
        Tag.ROUTED,
        case.id,
        decision_id=row.id,
        admissible=decision.admissible,
        desk=case.desk_committee,
        risk=case.risk,
        committee_found=is_exact,
    )
    return row


def override_routing(command: OverrideRouting, work: Work) -> UUID:
    """改派: send it elsewhere, with a reason; what the rules said stays as it was."""
    case = take_open_case(work)
    if case.accepted_on is not None:
        raise NotNow("案件已受理，改派请用“移交”，并先征求当事人意见。")
    decision = _decision(command, case, work.session)
    row = RoutingOverride(
        county_id=case.county_id,
        id=new_id(),
        decision_id=decision.id,
        case_id=case.id,
        desk_level=command.desk_level,
        desk_committee=command.desk_committee,
        committee_id=command.committee_id,
        reason=_reason(command),
        overridden_by=command.actor_id,
        overridden_at=work.now,
    )
    work.session.add(row)
    seat = _chosen_seat(command, case, work.session)
    _take_desk(case, Desk(command.desk_level, command.desk_committee), seat)
    renew(case)
    work.record(
        Tag.OVERRIDDEN, case.id, decision_id=decision.id, desk=command.desk_committee, why=row.id
    )
    return row.id


def _decision(command: OverrideRouting, case: Case, session: Session) -> RoutingDecision:
    decision = session.get(RoutingDecision, (case.county_id, command.decision_id))
    if decision is None or decision.case_id != case.id:
        raise NotFound("没有找到这次分流结果。请刷新页面后重试。")
    return decision


def _reason(command: OverrideRouting) -> str:
    reason = clean(command.reason, label="改派理由", limit=REASON_LIMIT)
    if not reason:
        raise Incomplete("改派要写明理由，规则的结果会原样保留。请填写。", field="reason")
    return reason


def _row(case: Case, decision: Decision, work: Work) -> RoutingDecision:
    return RoutingDecision(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        on=decision.on,
        decided_at=work.now,
        decided_by=work.command.actor_id,
        facts=dict(decision.facts),
        facts_sha256=decision.facts_sha256,
        admissible=decision.admissible,
        engine_agrees=decision.engine.agrees,
        answer=decision.to_dict(),
    )


def _send(case: Case, decision: Decision, session: Session) -> bool:
    desk = desk_of(decision.to_dict())
    if desk is None or case.stage != Stage.INTAKE or case.accepted_on is not None:
        return case.committee_id is not None
    seat = seat_of(session, case, desk)
    _take_desk(case, desk, seat)
    return seat.is_exact


def _take_desk(case: Case, desk: Desk, seat: Seat) -> None:
    case.desk_level = desk.level
    case.desk_committee = desk.committee
    case.desk_industry = desk.industry
    case.committee_id = None if seat.committee is None else seat.committee.id


def _chosen_seat(command: OverrideRouting, case: Case, session: Session) -> Seat:
    if command.committee_id is None:
        return seat_of(session, case, Desk(command.desk_level, command.desk_committee))
    committee = session.get(Committee, (case.county_id, command.committee_id))
    if committee is None or committee.dissolved_on is not None:
        raise NotFound("没有这个调委会，或者它已撤销。请从名单里重新选择。")
    return Seat(committee, is_exact=True)
