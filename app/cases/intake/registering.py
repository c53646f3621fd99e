"""登记: a dispute told becomes a case with a number and a first answer to where it goes."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.intake.checks import examine
from app.cases.intake.commands import DESK, RegisterIntake
from app.cases.intake.drafts import drop_draft
from app.cases.intake.problems import BadRecord
from app.cases.intake.store import store
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.routing.handlers import route
from app.kernel.bus import Work
from app.kernel.clock import day_of
from app.kernel.errors import Incomplete, NotFound
from app.kernel.ids import new_id


def register_intake(command: RegisterIntake, work: Work) -> UUID:
    """Take a dispute into the books and route it; told twice under one ref, it is one case."""
    known = find_told(work.session, command.county_id, command.sender, command.record.ref)
    if known is not None:
        return known.id
    _check(command, day_of(work.now))
    _check_link(command, work.session)
    case = store(command, work, _case_id(command))
    work.record(
        Tag.REGISTERED,
        case.id,
        number=case.number,
        channel=case.channel,
        sender=command.sender,
        linked=case.linked_case_id,
        not_same=[str(other) for other in command.not_same],
    )
    route(case, work)
    if command.draft_id:
        drop_draft(work, command.draft_id)
    return case.id


def find_told(session: Session, county_id: str, sender: str, ref: str) -> Case | None:
    """Find the case that a sender's ref became."""
    told = (Case.county_id == county_id, Case.sender == sender, Case.ref == ref)
    return session.scalar(select(Case).where(*told))


def _case_id(command: RegisterIntake) -> UUID:
    """At the desk the ref is the case's id; elsewhere it is the sender's own word."""
    if command.sender != DESK:
        return new_id()
    try:
        return UUID(command.record.ref)
    except ValueError as error:
        raise Incomplete(
            "窗口登记的来件编号由系统给出，不能自填。请重新打开登记页。", field="ref"
        ) from error


def _check(command: RegisterIntake, today: date) -> None:
    found = examine(command.record, today)
    if found:
        raise BadRecord(found)


def _check_link(command: RegisterIntake, session: Session) -> None:
    if command.linked_case_id is None:
        return
    if session.get(Case, (command.county_id, command.linked_case_id)) is None:
        raise NotFound("没有找到要关联的原案。请重新选择，或不关联。")
