"""What the clock ledger does when a case moves: the terms that the decision named start and end.

Terms counted from a day of the past (T29 受理答复, T06, T12 …) start at registration; the others
start on the day of acceptance. What the county changed in the rules' parameters is taken as it was
on the day of the decision.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.cases.intake.tags import Tag as IntakeTag
from app.cases.model import Case
from app.cases.records import RoutingDecision
from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.opening import end_term, end_terms, run_again, start_term
from app.deadlines.tags import Tag
from app.deadlines.terms import Counting, Term, terms
from app.kernel.bus import Work
from app.kernel.footprints import Footprint

ANSWERED_BY_ACCEPTANCE = ("T29", "T06", "T19")  # T19: 信访条例 22, registered and taken on


def start_on_decision(footprint: Footprint, work: Work) -> None:
    """Reaction to a routing decision: start what is counted from a known day."""
    case_id = _case_id(footprint)
    case = work.session.get_one(Case, (work.command.county_id, case_id))
    days = {
        "received_on": case.received_on,
        "material_received_on": case.material_received_on,
        "occurred_on": case.occurred_on,
    }
    for item in _named(work, case_id):
        start_on = days.get(item.get("counted_from") or "")
        if start_on is not None:
            _start(work, case_id, item, start_on)


def start_on_acceptance(footprint: Footprint, work: Work) -> None:
    """Reaction to acceptance: answer what waited for it, start what is counted from it."""
    case_id = _case_id(footprint)
    end_terms(work, case_id, *ANSWERED_BY_ACCEPTANCE)
    for item in _named(work, case_id):
        if not item.get("counted_from"):
            _start(work, case_id, item, work.command.on)


def end_on_decline(footprint: Footprint, work: Work) -> None:
    """Reaction to a refusal: it was answered in time; the rest no longer runs."""
    case_id = _case_id(footprint)
    end_terms(work, case_id, *ANSWERED_BY_ACCEPTANCE)
    end_terms(work, case_id, state=DeadlineState.CANCELLED)


def end_on_closure(footprint: Footprint, work: Work) -> None:
    """Reaction to closing: the terms of handling are over, the file is due.

    Promises are watched on.
    """
    case_id = _case_id(footprint)
    handling = [code for code in terms() if code not in {"T02", "T15", "T28"}]
    end_terms(work, case_id, *handling)
    start_term(work, case_id, "T31", work.command.on)


def end_on_archiving(footprint: Footprint, work: Work) -> None:
    """Reaction to archiving: the file was put away."""
    end_terms(work, _case_id(footprint), "T31")


def resume_on_reopening(footprint: Footprint, work: Work) -> None:
    """Reaction to an ending taken back: what ended with it runs on; the file is not due yet."""
    case_id = _case_id(footprint)
    ended_at = datetime.fromisoformat(footprint.details["closed_at"])
    ended = ended_with(work, case_id, ended_at)
    end_terms(work, case_id, "T31", state=DeadlineState.CANCELLED)
    for row in ended:
        run_again(work, row)


def withdraw_on_revocation(footprint: Footprint, work: Work) -> None:
    """Reaction to an acceptance taken back: what started with it stops, what waited waits again."""
    case_id = _case_id(footprint)
    accepted = _last_acceptance(work, case_id)
    for row in _touched_by(work, accepted, Tag.STARTED, Tag.RESUMED):
        if row.state == DeadlineState.OPEN:
            end_term(row, work, DeadlineState.CANCELLED)
    for row in _touched_by(work, accepted, Tag.MET):
        run_again(work, row)


def ended_with(work: Work, case_id: UUID, ended_at: datetime) -> Sequence[Deadline]:
    """List the terms that ended in the transaction of that instant."""
    return _noted(
        work,
        Footprint.case_id == case_id,
        Footprint.tag.in_((Tag.MET, Tag.CANCELLED)),
        Footprint.recorded_at == ended_at,
    )


def _last_acceptance(work: Work, case_id: UUID) -> Footprint:
    mine = select(Footprint).where(
        Footprint.county_id == work.command.county_id,
        Footprint.case_id == case_id,
        Footprint.tag == IntakeTag.ACCEPTED,
    )
    return work.session.scalars(mine.order_by(Footprint.position.desc()).limit(1)).one()


def _touched_by(work: Work, step: Footprint, *tags: Tag) -> Sequence[Deadline]:
    """List the terms of which one of these was noted because of a step, in its transaction."""
    return _noted(
        work,
        Footprint.case_id == step.case_id,
        Footprint.tag.in_(tags),
        Footprint.recorded_at == step.recorded_at,
        Footprint.position > step.position,
    )


def _noted(work: Work, *which: ColumnElement[bool]) -> Sequence[Deadline]:
    trail = select(Footprint).where(Footprint.county_id == work.command.county_id, *which)
    ids = [UUID(one.details["deadline_id"]) for one in work.session.scalars(trail)]
    mine = select(Deadline).where(Deadline.county_id == work.command.county_id)
    return work.session.scalars(mine.where(Deadline.id.in_(ids)).order_by(Deadline.id)).all()


def _case_id(footprint: Footprint) -> UUID:
    if footprint.case_id is None:
        message = f"留痕 {footprint.tag} 没有写明案件。"
        raise LookupError(message)
    return footprint.case_id


def _named(work: Work, case_id: UUID) -> list[dict[str, Any]]:
    decision = work.session.scalars(
        select(RoutingDecision)
        .where(
            RoutingDecision.county_id == work.command.county_id,
            RoutingDecision.case_id == case_id,
        )
        .order_by(RoutingDecision.decided_at.desc(), RoutingDecision.id.desc())
        .limit(1)
    ).first()
    return list(decision.answer["deadlines"]) if decision is not None else []


def _start(work: Work, case_id: UUID, item: dict[str, Any], start_on: date) -> None:
    known = terms().get(item["name"], Term(item["name"], item["because"], "", "M"))
    term = replace(
        known,
        days=item["days"],
        counting=Counting(item["counting"]),
        basis=item["reference"][:300],
    )
    start_term(work, case_id, term, start_on)
