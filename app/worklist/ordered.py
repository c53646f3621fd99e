"""What a supervision order that stands asks for: an answer by the handler, then a supervisor's word."""

from datetime import date

from app.access.actor import Actor
from app.access.permissions import Permission
from app.supervision.order_commands import OrderState
from app.worklist.step import Standing, Step

PAGE = "supervision-orders"
SUPERVISE = Permission.CASE_SUPERVISE


def order_step(case: Standing, actor: Actor, today: date) -> Step | None:
    """Name the step about the order that stands; None without one, or where it is another's move."""
    if case.order_state is None:
        return None
    return _judging(case, actor, today) if is_answered(case) else _answering(case, actor)


def is_answered(case: Standing) -> bool:
    """Say whether the order of a case waits for a supervisor's word."""
    return bool(case.order_state == OrderState.ANSWERED)


def _answering(case: Standing, actor: Actor) -> Step | None:
    due_on, is_back = case.order_due_on, case.order_state == OrderState.SENT_BACK
    asked = f"督办单{case.order_number}{'的答复被退回，' if is_back else ''}要在 {due_on} 前答复"
    if case.is_mine or not actor.may(SUPERVISE):
        return Step("答复督办单", PAGE, Permission.CASE_ACCEPT, asked, on=due_on)
    if case.chair is None:
        return None  # the supervisor's own move comes first: somebody must be named
    why = f"{asked}，等{case.order_person}"
    return Step("等答复督办单", PAGE, SUPERVISE, why, waits=True, on=due_on)


def _judging(case: Standing, actor: Actor, today: date) -> Step | None:
    if not actor.may(SUPERVISE):
        return None  # meanwhile the handler goes on with the case
    why = f"督办单{case.order_number}已经答复，等审看：销号或退回"
    return Step("审看督办答复", PAGE, SUPERVISE, why, on=today)
