"""Footprints of aftercare."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened after the agreement."""

    PLANNED = "revisit:planned"
    REPLANNED = "revisit:replanned"
    HELD = "revisit:held"
    FILE_EVALUATED = "file:evaluated"
