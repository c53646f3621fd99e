"""Who carries out the commands of the rota."""

from app.kernel.bus import Handlers
from app.rota.changing import record_absence, remove_duty
from app.rota.commands import (
    CloseFeed,
    OpenFeed,
    PlanTurns,
    PlanVisit,
    RecordAbsence,
    RemoveDuty,
    SwapDuties,
)
from app.rota.deciding import object_to_swap, swap_duties
from app.rota.feed import close_feed, open_feed
from app.rota.planning import plan_turns, plan_visit
from app.rota.swap_commands import AcceptSwap, DeclineSwap, ObjectToSwap, OfferSwap, WithdrawSwap
from app.rota.swapping import accept_swap, decline_swap, offer_swap, withdraw_swap

HANDLERS: Handlers = {
    CloseFeed: close_feed,
    OpenFeed: open_feed,
    PlanTurns: plan_turns,
    PlanVisit: plan_visit,
    RecordAbsence: record_absence,
    RemoveDuty: remove_duty,
    SwapDuties: swap_duties,
    AcceptSwap: accept_swap,
    DeclineSwap: decline_swap,
    ObjectToSwap: object_to_swap,
    OfferSwap: offer_swap,
    WithdrawSwap: withdraw_swap,
}
