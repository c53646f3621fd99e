"""Who carries out the commands of the rota."""

from app.kernel.bus import Handlers
from app.rota.changing import record_absence, remove_duty, swap_duties
from app.rota.commands import (
    CloseFeed,
    OpenFeed,
    PlanTurns,
    PlanVisit,
    RecordAbsence,
    RemoveDuty,
    SwapDuties,
)
from app.rota.feed import close_feed, open_feed
from app.rota.planning import plan_turns, plan_visit

HANDLERS: Handlers = {
    CloseFeed: close_feed,
    OpenFeed: open_feed,
    PlanTurns: plan_turns,
    PlanVisit: plan_visit,
    RecordAbsence: record_absence,
    RemoveDuty: remove_duty,
    SwapDuties: swap_duties,
}
