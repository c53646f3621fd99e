"""The bus's guard: whether this person may say this command, and of this case."""

from sqlalchemy import or_

from app.access.actor import Actor, actor_behind
from app.access.commands import ChangeRole, DisableUser
from app.cases.commands import CaseReport, CaseRequest
from app.cases.visibility import Predicate, handed_on_by, nowhere_else, take_up
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.errors import NotAllowed, Stale
from app.permissions import Permission
from app.sync.custody import carried_by
from app.sync.releasing import demand_released

ANSWERING = frozenset({Permission.CASE_READ, Permission.CASE_HAND_OVER})


def authorize(command: Command, work: Work) -> None:
    """Check the role's permission, sight of the case, and that the page was not stale."""
    actor = actor_behind(work)
    needs = getattr(type(command), "needs", None)
    if needs is None:
        message = f"{type(command).__name__} 没有声明权限，不能执行。"
        raise NotAllowed(message)
    actor.demand(needs)
    if isinstance(command, ChangeRole | DisableUser):
        demand_released(command.user_id, work)
    if isinstance(command, CaseRequest | CaseReport):
        beside = _done_before if isinstance(command, CaseReport) else nowhere_else
        case, is_in_hand = take_up(work.session, actor, command.case_id, beside)
        if needs not in ANSWERING and not is_in_hand:
            raise NotAllowed("案件还没有接收，只能查看。请先在“转办”页接收或退回。")
        seen = getattr(command, "seen_version", None)
        if seen is not None and seen != case.version:
            message = (
                "这一页打开以后，别人更新了这个案件。您填写的内容还在，请核对最新情况后再提交。"
            )
            raise Stale(message)


def _done_before(actor: Actor) -> Predicate:
    return or_(handed_on_by(actor), carried_by(actor))
