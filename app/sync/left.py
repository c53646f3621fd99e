"""What a centre that was killed left: commands kept and never decided, pieces of files never whole.

A laptop that asks again has them decided at once; one that is lost never asks, and what it brought
is here. So the tick decides them, as it would have been done, and lets go of old pieces.
"""

from datetime import timedelta

from sqlalchemy import delete, exists, select

from app.kernel.bus import Bus
from app.sync.arriving import Item, Sender, envelope_of
from app.sync.deciding import decided
from app.sync.enums import ArrivalStatus, CameBy
from app.sync.model import Arrival, BlobPiece

AT_WORK, ON_THEIR_WAY = timedelta(hours=1), timedelta(days=30)
AT_ONCE = 500


def decide_left(bus: Bus, county_id: str) -> None:
    """Decide what was kept an hour ago and is not decided yet, in the order it was written."""
    now = bus.clock.now()
    undecided = (
        select(Arrival)
        .where(
            Arrival.county_id == county_id,
            Arrival.status == ArrivalStatus.RECEIVED,
            Arrival.received_at <= now - AT_WORK,
        )
        .order_by(Arrival.device_id, Arrival.sequence)
        .limit(AT_ONCE)
    )
    with bus.database.read() as session:
        left = [
            # What lay here for hours says nothing of the laptop's clock.
            (_sender_of(row), Item(envelope_of(row, bus.database.ring), now))
            for row in session.scalars(undecided)
        ]
    for sender, item in left:
        decided(bus, sender, item)


def forget_pieces(bus: Bus, county_id: str) -> None:
    """Let go of pieces that no laptop has gone on with; it would begin anew."""
    before = bus.clock.now() - ON_THEIR_WAY
    old = BlobPiece.county_id == county_id, BlobPiece.kept_at < before
    with bus.database.read() as session:
        if not session.scalar(select(exists().where(*old))):
            return
    with bus.database.write() as session:
        session.execute(delete(BlobPiece).where(*old))


def _sender_of(row: Arrival) -> Sender:
    return Sender(row.county_id, row.actor_id, row.brought_by, CameBy(row.came_by))
