"""Footprints of the rota."""

from enum import StrEnum


class Tag(StrEnum):
    """What changed in the timetable, and in who may subscribe to it."""

    PLANNED = "rota:planned"
    SWAPPED = "rota:swapped"
    SWAP_OFFERED = "rota:swap:offered"
    SWAP_ACCEPTED = "rota:swap:accepted"
    SWAP_DECLINED = "rota:swap:declined"
    SWAP_WITHDRAWN = "rota:swap:withdrawn"
    SWAP_DECIDED = "rota:swap:decided"
    SWAP_OBJECTED = "rota:swap:objected"
    ABSENT = "rota:absent"
    REMOVED = "rota:removed"
    FEED_OPENED = "rota:feed:opened"
    FEED_CLOSED = "rota:feed:closed"
