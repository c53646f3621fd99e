"""Who carries out the commands of supervision."""

from app.kernel.bus import Handlers
from app.supervision.commands import NudgeDeadline
from app.supervision.tick import nudge_deadline

HANDLERS: Handlers = {
    NudgeDeadline: nudge_deadline,
}
