"""What people are told when something happens to a case in their hands."""

from datetime import date
from uuid import UUID

from app.cases.enums import Risk
from app.cases.verbs import case_of
from app.deadlines.model import Deadline
from app.inbox.audience import accounts_of, handlers_of, members_of, supervisors_of
from app.inbox.enums import NoticeKind
from app.inbox.telling import Said, settle, tell
from app.kernel.bus import Work
from app.kernel.footprints import Footprint
from app.rota.swap_records import SwapOffer
from app.rota.tags import Tag as RotaTag
from app.supervision.tags import Tag as SupervisionTag

ORDERS = {
    SupervisionTag.ORDER_ISSUED: (NoticeKind.ORDERED, handlers_of),
    SupervisionTag.ORDER_ANSWERED: (NoticeKind.ANSWERED, supervisors_of),
    SupervisionTag.ORDER_SENT_BACK: (NoticeKind.SENT_BACK, handlers_of),
    SupervisionTag.ORDER_CLOSED: (NoticeKind.ORDER_CLOSED, handlers_of),
}
SWAPS = {
    RotaTag.SWAP_OFFERED: NoticeKind.SWAP_ASKED,
    RotaTag.SWAP_ACCEPTED: NoticeKind.SWAP_ACCEPTED,
    RotaTag.SWAP_DECLINED: NoticeKind.SWAP_DECLINED,
}
OF_THIS_LEVEL = frozenset({"village_act", "township_act"})
LATE = frozenset({NoticeKind.OVERDUE, NoticeKind.EXPLAIN})
HIGH = frozenset({Risk.RED, Risk.ORANGE})


def tell_of_nudge(footprint: Footprint, work: Work) -> None:
    """Tell the handler, or on the upper rungs the supervisors, which rung a term has reached."""
    case, deadline = case_of(footprint, work), _deadline(footprint, work)
    details = footprint.details
    people = supervisors_of if details["to"] == "supervisor" else handlers_of
    kind, on = NoticeKind(details["rung"]), date.fromisoformat(details["due_on"])
    said = Said(kind, deadline.id, deadline.name, on, _page(kind, deadline))
    tell(work, case, people(work.session, case), said)


def tell_of_recount(footprint: Footprint, work: Work) -> None:
    """Tell the handler that a change of the calendar moved a last day."""
    case, deadline = case_of(footprint, work), _deadline(footprint, work)
    on = date.fromisoformat(footprint.details["due_on"])
    said = Said(NoticeKind.RECOUNTED, deadline.id, deadline.name, on, f"deadlines/{deadline.id}")
    tell(work, case, handlers_of(work.session, case), said)


def tell_of_danger(footprint: Footprint, work: Work) -> None:
    """Tell the county at once of a high risk, when it is registered and when it rises (25 条)."""
    case = case_of(footprint, work)
    if Risk(case.risk) in HIGH:
        said = Said(NoticeKind.DANGER, case.id, "高风险", footprint.on, "risk-reports")
        tell(work, case, supervisors_of(work.session, case), said)


def tell_of_trouble(footprint: Footprint, work: Work) -> None:
    """Tell who answers for the case that a revisit heard of trouble or of a new dispute."""
    details = footprint.details
    if details.get("has_hidden_trouble") or details.get("has_later_dispute"):
        case, visit = case_of(footprint, work), UUID(str(details["revisit_id"]))
        said = Said(NoticeKind.TROUBLE, visit, "回访", footprint.on, "revisits")
        people = {*supervisors_of(work.session, case), *handlers_of(work.session, case)}
        tell(work, case, people - {work.command.actor_id}, said)


def tell_of_evaluation(footprint: Footprint, work: Work) -> None:
    """Tell the handlers how their file was found."""
    case, evaluation = case_of(footprint, work), UUID(str(footprint.details["evaluation_id"]))
    said = Said(NoticeKind.EVALUATED, evaluation, "卷宗", footprint.on, "evaluation")
    tell(work, case, handlers_of(work.session, case), said)


def tell_of_offer(footprint: Footprint, work: Work) -> None:
    """Tell the committee that a case was offered to it."""
    case = case_of(footprint, work)
    there = UUID(str(footprint.details["to"]))
    said = Said(NoticeKind.OFFERED, case.id, "转办", footprint.on, "handovers")
    tell(work, case, members_of(work.session, case, there), said)


def tell_of_order(footprint: Footprint, work: Work) -> None:
    """Tell whose move it is that a supervision order was issued, answered, sent back or closed."""
    case, details = case_of(footprint, work), footprint.details
    kind, people = ORDERS[SupervisionTag(footprint.tag)]
    order_id, on = UUID(str(details["order_id"])), date.fromisoformat(details["due_on"])
    settle(work, order_id)  # whoever had the move before has it no more
    said = Said(kind, order_id, details["number"], on, "supervision-orders")
    tell(work, case, people(work.session, case), said)


def tell_of_swap(footprint: Footprint, work: Work) -> None:
    """Tell the colleague that a swap is asked for, and who asked what the answer was."""
    details, kind = footprint.details, SWAPS.get(RotaTag(footprint.tag))
    offer_id = UUID(str(details["offer_id"]))
    settle(work, offer_id)
    if kind is None:
        return  # taken back: there is nothing to do any more
    whose = UUID(str(details["asked" if kind is NoticeKind.SWAP_ASKED else "asker"]))
    days = " 换 ".join(details["days"])
    said = Said(kind, offer_id, days, footprint.on, "rota/swaps")
    tell(work, None, accounts_of(work.session, footprint.county_id, whose), said)


def tell_of_decided_swap(footprint: Footprint, work: Work) -> None:
    """Tell the two that whoever plans swapped them."""
    details, county_id = footprint.details, footprint.county_id
    said = _of_swap(NoticeKind.SWAP_DECIDED, footprint, "rota/swaps")
    for whose in ("asker", "asked"):
        people = accounts_of(work.session, county_id, UUID(str(details[whose])))
        tell(work, None, set(people) - {work.command.actor_id}, said)


def tell_of_objection(footprint: Footprint, work: Work) -> None:
    """Tell whoever decided a swap that one of the two objects, and where to decide anew."""
    key = footprint.county_id, UUID(str(footprint.details["offer_id"]))
    decided_by = work.session.get_one(SwapOffer, key).decided_by
    page = f"rota/duties/{footprint.details['duty_id']}"
    said = _of_swap(NoticeKind.SWAP_OBJECTED, footprint, page)
    tell(work, None, {decided_by} if decided_by else set(), said)


def _of_swap(kind: NoticeKind, footprint: Footprint, page: str) -> Said:
    about = " 换 ".join(footprint.details["days"])
    return Said(kind, UUID(str(footprint.details["offer_id"])), about, footprint.on, page)


def settle_with_order(footprint: Footprint, work: Work) -> None:
    """Let what was said of an order rest when it was taken back."""
    settle(work, UUID(str(footprint.details["order_id"])))


def settle_with_term(footprint: Footprint, work: Work) -> None:
    """Let what was said of a term rest when the term has ended: there is nothing left to do."""
    settle(work, UUID(str(footprint.details["deadline_id"])))


def _page(kind: NoticeKind, deadline: Deadline) -> str:
    if kind is NoticeKind.ORDER:
        return "supervision-orders"
    if deadline.code in OF_THIS_LEVEL and kind in LATE:
        return "handovers"  # where the parties are asked whether a higher level should have it
    return f"deadlines/{deadline.id}"


def _deadline(footprint: Footprint, work: Work) -> Deadline:
    key = footprint.county_id, UUID(str(footprint.details["deadline_id"]))
    return work.session.get_one(Deadline, key)
