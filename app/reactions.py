"""Footprint tag → what must follow, in the same transaction."""

from collections.abc import Sequence

from app.agreements.following import follow_effect, follow_redating
from app.agreements.tags import Tag as AgreementTag
from app.deadlines.tags import Tag as DeadlineTag
from app.kernel.bus import Reaction
from app.supervision.tick import watch_deadline

REACTIONS: dict[str, Sequence[Reaction]] = {
    DeadlineTag.STARTED: (watch_deadline,),
    DeadlineTag.ENTERED: (watch_deadline,),
    AgreementTag.EFFECTIVE: (follow_effect,),
    AgreementTag.REDATED: (follow_redating,),
}
