"""Footprints of screenings."""

from enum import StrEnum


class Tag(StrEnum):
    """What was done on a round, and with what it found."""

    RECORDED = "screening:recorded"
    FOUND = "screening:dispute:found"
    SETTLED = "screening:dispute:settled"
    STRUCK = "screening:struck"
