"""Who carries out what only a laptop reports."""

from app.kernel.bus import Handlers
from app.sync.commands import (
    AssignArrival,
    BringBack,
    ForceRelease,
    KeepFieldNote,
    ReportFieldPrint,
    SettleArrival,
    StopDevice,
    TakeAlong,
    TakeBack,
    TrustNumbers,
    WithdrawUnsent,
)
from app.sync.custody import bring_back, take_along, take_back
from app.sync.notes import keep_field_note, report_field_print, withdraw_unsent
from app.sync.releasing import force_release
from app.sync.relending import trust_numbers
from app.sync.settling import assign_arrival, settle_arrival
from app.sync.stopping import stop_device

HANDLERS: Handlers = {
    AssignArrival: assign_arrival,
    BringBack: bring_back,
    ForceRelease: force_release,
    KeepFieldNote: keep_field_note,
    ReportFieldPrint: report_field_print,
    SettleArrival: settle_arrival,
    StopDevice: stop_device,
    TakeAlong: take_along,
    TakeBack: take_back,
    TrustNumbers: trust_numbers,
    WithdrawUnsent: withdraw_unsent,
}
