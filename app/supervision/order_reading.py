"""Look at supervision orders: of one case, and of all that a person may see."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, func, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.deadlines.model import Deadline, DeadlineState
from app.kernel.errors import NotFound
from app.supervision.ladder import NudgeTo, RungName
from app.supervision.model import Nudge
from app.supervision.order_commands import OrderState
from app.supervision.order_records import OrderAnswer, SupervisionOrder

MOST = 200
ENDED = frozenset({OrderState.CLOSED, OrderState.WITHDRAWN})
UPPER = (RungName.ORDER, RungName.TALK)  # a tick that comes late says only the highest
OPEN = tuple(state for state in OrderState if state not in ENDED)


def whose_move(order: SupervisionOrder) -> NudgeTo | None:
    """Say who has to act on an order now; nobody once it has ended."""
    if order.state in ENDED:
        return None
    return NudgeTo.SUPERVISOR if order.state == OrderState.ANSWERED else NudgeTo.HANDLER


def orders_of(session: Session, case: Case) -> Sequence[SupervisionOrder]:
    """List a case's orders, the newest first."""
    mine = select(SupervisionOrder).where(
        SupervisionOrder.county_id == case.county_id, SupervisionOrder.case_id == case.id
    )
    return session.scalars(mine.order_by(SupervisionOrder.issued_at.desc())).all()


def standing_order(session: Session, case: Case) -> SupervisionOrder | None:
    """Find the order that stands open."""
    return next((one for one in orders_of(session, case) if one.state not in ENDED), None)


def may_order(session: Session, case: Case) -> bool:
    """Say whether there is something to order: an open case, or a term that outlives it (立卷归档)."""
    running = select(Deadline.id).where(
        Deadline.county_id == case.county_id,
        Deadline.case_id == case.id,
        Deadline.state == DeadlineState.OPEN,
    )
    return case.is_open or session.scalar(running.limit(1)) is not None


def find_order(session: Session, case: Case, order_id: UUID) -> SupervisionOrder:
    """Load an order of this case, or raise NotFound."""
    row = session.get(SupervisionOrder, (case.county_id, order_id))
    if row is None or row.case_id != case.id:
        raise NotFound("这个案件没有这份督办单，请从案件的督办页重新打开。")
    return row


def answers_of(session: Session, county_id: str, order_id: UUID) -> Sequence[OrderAnswer]:
    """List the answers to an order, oldest first."""
    mine = select(OrderAnswer).where(
        OrderAnswer.county_id == county_id, OrderAnswer.order_id == order_id
    )
    return session.scalars(mine.order_by(OrderAnswer.answered_at, OrderAnswer.id)).all()


def orders_for(session: Session, actor: Actor, *, are_open: bool) -> list[Any]:
    """List (order, case) that a person may see: what is due first, or what ended last."""
    order = SupervisionOrder
    states = OPEN if are_open else tuple(ENDED)
    by = (order.due_on, order.id) if are_open else (order.ended_on.desc(), order.id)
    rows = (
        select(order, Case)
        .join(Case, _same_case(order))
        .where(order.county_id == actor.county_id, order.state.in_(states), visible_to(actor))
    )
    return list(session.execute(rows.order_by(*by).limit(MOST)))


def proposed_for(session: Session, actor: Actor, today: date) -> list[Any]:
    """List cases for which the ladder proposes an order and none stands, and since when."""
    standing = exists().where(
        SupervisionOrder.county_id == Case.county_id,
        SupervisionOrder.case_id == Case.id,
        SupervisionOrder.state.in_(OPEN),
    )
    rows = _overdue(today).where(
        Deadline.county_id == actor.county_id, visible_to(actor), ~standing.correlate(Case)
    )
    return list(session.execute(rows.limit(MOST)))


def late_terms(session: Session, case: Case, today: date) -> Sequence[Deadline]:
    """List a case's terms that are over, the oldest first: what an order may be about."""
    rows = select(Deadline).where(
        Deadline.county_id == case.county_id,
        Deadline.case_id == case.id,
        Deadline.state == DeadlineState.OPEN,
        Deadline.due_on < today,
    )
    return session.scalars(rows.order_by(Deadline.due_on, Deadline.id)).all()


def _overdue(today: date) -> Any:  # noqa: ANN401 (a statement)
    """Each case with a term on which the rung of an order was said and that still runs."""
    said = and_(
        Nudge.county_id == Deadline.county_id,
        Nudge.deadline_id == Deadline.id,
        Nudge.due_on == Deadline.due_on,
        Nudge.rung.in_(UPPER),
    )
    return (
        select(Case.id, Case.number, Case.title, func.min(Deadline.due_on).label("since"))
        .join(Deadline, _same_case(Deadline))
        .join(Nudge, said)
        .where(Deadline.state == DeadlineState.OPEN, Deadline.due_on < today)
        .group_by(Case.id, Case.number, Case.title)
        .order_by(func.min(Deadline.due_on), Case.id)
    )


def _same_case(model: Any) -> Any:  # noqa: ANN401 (a model with a case; a condition)
    return and_(Case.county_id == model.county_id, Case.id == model.case_id)
