"""Who carries out the commands of the inbox."""

from app.inbox.commands import ReadNotices
from app.inbox.telling import read_notices
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    ReadNotices: read_notices,
}
