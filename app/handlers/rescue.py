"""Who carries out what is asked when a laptop's passphrase was forgotten."""

from app.kernel.bus import Handlers
from app.sync import rescue_commands as rescues
from app.sync import rescuing

HANDLERS: Handlers = {
    rescues.AgreeToKeyRescue: rescuing.agree_to_key_rescue,
    rescues.AskKeyRescue: rescuing.ask_key_rescue,
    rescues.RefuseKeyRescue: rescuing.refuse_key_rescue,
}
