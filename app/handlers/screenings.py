"""Who carries out the commands of screenings."""

from app.kernel.bus import Handlers
from app.screenings.commands import (
    RecordFoundDispute,
    RecordScreening,
    SettleFoundDispute,
    StrikeScreening,
)
from app.screenings.recording import (
    record_found,
    record_screening,
    settle_found,
    strike_screening,
)

HANDLERS: Handlers = {
    RecordFoundDispute: record_found,
    RecordScreening: record_screening,
    SettleFoundDispute: settle_found,
    StrikeScreening: strike_screening,
}
