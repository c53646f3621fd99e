"""Who carries out the commands of deadlines."""

from app.deadlines.commands import ChangeCalendar, MeetDeadline, RecordClockEntry
from app.deadlines.entries import record_clock_entry
from app.deadlines.meeting import meet_deadline
from app.deadlines.recounting import change_calendar
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    ChangeCalendar: change_calendar,
    MeetDeadline: meet_deadline,
    RecordClockEntry: record_clock_entry,
}
