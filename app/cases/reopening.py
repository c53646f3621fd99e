"""撤销结案: an ending that was wrong counts no more, and stays in the books.

The centre corrects what was wrongly refused or ended (应受理未受理、应办理未办理的，由县中心纠正). A
dispute that broke out anew is another matter: it is a new case, linked to this one.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import actor_of
from app.access.permissions import Permission
from app.cases.acceptance import acceptance_of
from app.cases.closing import archiving_of, closure_of
from app.cases.closing_commands import ReopenCase
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.records import Acceptance, Closure
from app.cases.reopening_records import Reopening
from app.cases.stages import Stage
from app.cases.tags import Tag
from app.cases.verbs import take_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.kernel.text import clean

REASON_LIMIT = 500


@dataclass(frozen=True)
class Ending:
    """How a case ended: by a closure, or by not being accepted."""

    row: Closure | Acceptance
    outcome: str
    on: date
    by: UUID
    at: datetime
    refer_to: str | None = None


def reopen_case(command: ReopenCase, work: Work) -> None:
    """Let the case go on where it was; its terms run on as if it had not ended."""
    case = take_case(work)
    ending = ending_of(work.session, case)
    if ending is None:
        raise NotNow("案件还在办理，没有结案可以撤销。请刷新页面看最新的情况。")
    refusal = why_not_reopen(work.session, case, ending, command.actor_id, command.on)
    if refusal is not None:
        raise refusal
    because = clean(command.because, label="撤销原因", limit=REASON_LIMIT)
    if not because:
        raise Incomplete("请写明为什么撤销，例如“点错了，双方还在调解”。", field="because")
    work.session.add(_record(case, ending, because, work))
    work.session.delete(ending.row)
    there = _stage_before(work.session, case)
    case.reopen(there)
    work.session.flush()
    work.record(Tag.REOPENED, case.id, outcome=ending.outcome, closed_at=ending.at, went_to=there)


def ending_of(session: Session, case: Case) -> Ending | None:
    """Find how a case ended; None while it is open."""
    if case.is_open:
        return None
    closure = closure_of(session, case)
    if closure is not None:
        return Ending(closure, closure.outcome, closure.on, closure.closed_by, closure.closed_at)
    said = acceptance_of(session, case)
    if said is None:
        return None
    return Ending(said, Outcome.DECLINED, said.on, said.decided_by, said.decided_at, said.refer_to)


def why_not_reopen(
    session: Session, case: Case, ending: Ending, actor_id: UUID, today: date
) -> NotNow | NotAllowed | None:
    """Say why this person may not take the ending back; None where they may."""
    if archiving_of(session, case) is not None:
        return NotNow("案卷已经归档，不能撤销结案。有新情况的，请重新申请，系统会关联原案。")
    slipped = (ending.by, ending.on) == (actor_id, today)
    if slipped or actor_of(session, case.county_id, actor_id).may(Permission.CASE_SUPERVISE):
        return None
    return NotAllowed("结案当天由本人撤销；过了当天或者别人办的，请报乡镇或县中心负责人撤销。")


def _record(case: Case, ending: Ending, because: str, work: Work) -> Reopening:
    return Reopening(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        outcome=ending.outcome,
        closed_on=ending.on,
        reason=ending.row.reason,
        refer_to=ending.refer_to,
        closed_by=ending.by,
        closed_at=ending.at,
        on=work.command.on,
        because=because,
        reopened_by=work.command.actor_id,
        reopened_at=work.now,
    )


def _stage_before(session: Session, case: Case) -> Stage:
    moved = select(Footprint).where(
        Footprint.county_id == case.county_id,
        Footprint.case_id == case.id,
        Footprint.tag == Tag.STAGE_MOVED,
    )
    last: Any = session.scalars(moved.order_by(Footprint.position.desc()).limit(1)).one()
    return Stage(last.details["came_from"])
