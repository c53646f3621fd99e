"""Footprint tag → what must follow, in the same transaction."""

from collections.abc import Sequence

from app.deadlines.tags import Tag as DeadlineTag
from app.kernel.bus import Reaction
from app.supervision.tick import watch_deadline

REACTIONS: dict[str, Sequence[Reaction]] = {
    DeadlineTag.STARTED: (watch_deadline,),
    DeadlineTag.ENTERED: (watch_deadline,),
}
