"""Who carries out the commands of revisits."""

from app.aftercare.commands import RecordRevisit
from app.aftercare.recording import record_revisit
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    RecordRevisit: record_revisit,
}
