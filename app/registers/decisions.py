"""What needs a supervisor's word today: at most seven cases, the most dangerous first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.orm import Session

from app.cases.handover_commands import HandoverState
from app.cases.handover_records import Handover
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.risk import awaits_report
from app.deadlines.model import Deadline
from app.kernel.columns import written
from app.meetings.consultation_records import ConsultedBody
from app.meetings.enums import BodyAnswer
from app.meetings.model import Meeting
from app.registers.view import OPEN, View, running

MOST = 7
PATIENCE = timedelta(days=2)


@dataclass(frozen=True)
class Call:
    """One case: why it needs a word, since when, and the page where the word is given."""

    case_id: UUID
    number: str
    title: str
    why: str
    act: str
    page: str
    since: date


def decisions_of(session: Session, view: View) -> list[Call]:
    """List them, one line a case."""
    found: dict[UUID, Call] = {}
    for ask in (_danger, _offers, _silent_bodies, _nobody, _overdue):
        for call in ask(session, view):
            found.setdefault(call.case_id, call)
        if len(found) >= MOST:
            break
    return list(found.values())[:MOST]


def overdue_of(session: Session, view: View, most: int) -> list[Call]:
    """List the cases the office is most late with."""
    return list(_overdue(session, view, most))


def _danger(session: Session, view: View) -> Iterator[Call]:
    rows = _cases(Case.received_on).where(view.sight, OPEN, awaits_report())
    why = "高风险，还没有报告公安机关或有关部门（人民调解法第25条）"
    return _calls(
        session, rows.order_by(Case.received_on), lambda _: why, "督促报告", "risk-reports"
    )


def _offers(session: Session, view: View) -> Iterator[Call]:
    offer = and_(
        Handover.county_id == Case.county_id,
        Handover.case_id == Case.id,
        Handover.state == written(HandoverState.OFFERED),
        Handover.offered_on <= view.today - PATIENCE,
    )
    rows = _cases(Handover.offered_on).join(Handover, offer).where(view.sight)
    days = _days(view, "转办 {} 天没有答复")
    return _calls(session, rows.order_by(Handover.offered_on), days, "催办或改派", "handovers")


def _silent_bodies(session: Session, view: View) -> Iterator[Call]:
    of_meeting = and_(
        Meeting.county_id == ConsultedBody.county_id, Meeting.id == ConsultedBody.meeting_id
    )
    of_case = and_(Meeting.county_id == Case.county_id, Meeting.case_id == Case.id)
    rows = (
        _cases(func.min(ConsultedBody.invited_on))
        .join(Meeting, of_case)
        .join(ConsultedBody, of_meeting)
        .where(view.sight, OPEN, ConsultedBody.answer == BodyAnswer.WAITING)
        .where(ConsultedBody.invited_on <= view.today - PATIENCE)
        .group_by(Case.id, Case.number, Case.title)
    )
    days = _days(view, "会诊单位 {} 天没有回执")
    ordered = rows.order_by(func.min(ConsultedBody.invited_on))
    return _calls(session, ordered, days, "催办", "consulted-bodies")


def _nobody(session: Session, view: View) -> Iterator[Call]:
    seat = exists().where(
        CaseMediator.county_id == Case.county_id,
        CaseMediator.case_id == Case.id,
        CaseMediator.until_on.is_(None),
    )
    rows = _cases(Case.accepted_on).where(
        view.sight, OPEN, Case.accepted_on <= view.today - PATIENCE, ~seat.correlate(Case)
    )
    days = _days(view, "受理 {} 天还没有指定调解员")
    return _calls(session, rows.order_by(Case.accepted_on), days, "指定", "mediators")


def _overdue(session: Session, view: View, most: int = MOST) -> Iterator[Call]:
    rows = (
        _cases(func.min(Deadline.due_on))
        .join(Deadline, running(view.today))
        .where(view.sight)
        .group_by(Case.id, Case.number, Case.title)
        .order_by(func.min(Deadline.due_on))
    )
    days = _days(view, "期限超过 {} 天")
    return _calls(session, rows.limit(most), days, "督促", "supervision-orders")


def _cases(since: Any) -> Select[Any]:  # noqa: ANN401 (a column)
    return select(Case.id, Case.number, Case.title, since.label("since")).limit(MOST)


def _days(view: View, words: str) -> Callable[[date], str]:
    return lambda since: words.format((view.today - since).days)


def _calls(
    session: Session, rows: Select[Any], why: Callable[[date], str], act: str, page: str
) -> Iterator[Call]:
    for row in session.execute(rows):
        yield Call(row.id, row.number, row.title, why(row.since), act, page, row.since)
