"""Who carries out the commands of the registers."""

from app.kernel.bus import Handlers
from app.registers.closing import close_month
from app.registers.commands import CloseMonth

HANDLERS: Handlers = {
    CloseMonth: close_month,
}
