"""Who carries out the commands of messages."""

from app.inbox.outgoing.addresses import drop_address, set_address
from app.inbox.outgoing.commands import ClaimDigest, DropAddress, EndDelivery, SetAddress
from app.inbox.outgoing.digest import claim_digest, end_delivery
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    ClaimDigest: claim_digest,
    DropAddress: drop_address,
    EndDelivery: end_delivery,
    SetAddress: set_address,
}
