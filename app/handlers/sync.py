"""Who carries out what only a laptop reports."""

from app.kernel.bus import Handlers
from app.sync.commands import KeepFieldNote, ReportFieldPrint
from app.sync.notes import keep_field_note, report_field_print

HANDLERS: Handlers = {
    KeepFieldNote: keep_field_note,
    ReportFieldPrint: report_field_print,
}
