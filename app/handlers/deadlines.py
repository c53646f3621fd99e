"""Who carries out the commands of deadlines."""

from app.deadlines.commands import RecordClockEntry
from app.deadlines.entries import record_clock_entry
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    RecordClockEntry: record_clock_entry,
}
