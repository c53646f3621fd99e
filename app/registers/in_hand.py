"""The open cases behind a number of the supervisor's page: of a committee, of a chair, overdue only."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.records import CaseMediator
from app.deadlines.model import Deadline
from app.people.bodies import Committee, Mediator
from app.registers.view import OPEN, View, is_overdue, running

MOST = 500
SEATED = and_(
    CaseMediator.county_id == Case.county_id,
    CaseMediator.case_id == Case.id,
    CaseMediator.until_on.is_(None),
    CaseMediator.is_chair,
)


@dataclass(frozen=True)
class Hands:
    """Whose open cases: anybody's where nothing is said, nobody's where it is said and None."""

    committee: UUID | None = None
    chair: UUID | None = None
    is_of_committee: bool = False
    is_of_chair: bool = False
    is_overdue: bool = False


@dataclass(frozen=True)
class Found:
    """The cases that may be named (the first of them), how many these are, and how many in all."""

    cases: list[Any]
    named: int
    total: int


def cases_in_hand(session: Session, view: View, hands: Hands) -> Found:
    """List what a number of the page counts; what may not be named is counted only."""
    mine = _wanted(view, hands)
    count = select(func.count()).select_from(Case).outerjoin(CaseMediator, SEATED).where(*mine)
    rows = _columns(view).where(*mine, view.sight).order_by(Case.received_on, Case.id).limit(MOST)
    named, total = (session.scalar(count.where(seen)) or 0 for seen in (view.sight, view.counted))
    return Found(list(session.execute(rows)), named, total)


def _wanted(view: View, hands: Hands) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [OPEN]
    if hands.is_of_committee:
        found.append(_is(Case.committee_id, hands.committee))
    if hands.is_of_chair:
        found.append(_is(CaseMediator.mediator_id, hands.chair))
    return [*found, is_overdue(view.today)] if hands.is_overdue else found


def _is(column: Any, wanted: UUID | None) -> ColumnElement[bool]:  # noqa: ANN401 (a column)
    found: ColumnElement[bool] = column.is_(None) if wanted is None else column == wanted
    return found


def _columns(view: View) -> Select[Any]:
    late = select(func.min(Deadline.due_on)).where(running(view.today)).correlate(Case)
    columns = (Case.id, Case.number, Case.title, Case.stage, Case.risk, Case.accepted_on)
    return (
        select(*columns, Case.received_on, Case.dispute_type, late.scalar_subquery().label("late"))
        .add_columns(Mediator.name.label("chair"), Committee.name.label("committee"))
        .select_from(Case)
        .outerjoin(CaseMediator, SEATED)
        .outerjoin(Mediator, _same(Mediator, CaseMediator.mediator_id))
        .outerjoin(Committee, _same(Committee, Case.committee_id))
    )


def _same(model: Any, key: Any) -> ColumnElement[bool]:  # noqa: ANN401 (a model, a column)
    return and_(model.county_id == Case.county_id, model.id == key)
