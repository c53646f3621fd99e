"""Footprints of a rulebook."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened to a rulebook."""

    DRAFTED = "rulebook:drafted"
    EDITED = "rulebook:edited"
    REHEARSED = "rulebook:rehearsed"
    CHECKED = "rulebook:checked"
    APPROVED = "rulebook:approved"
    PUBLISHED = "rulebook:published"
    RETIRED = "rulebook:retired"
    GOLDEN_WRITTEN = "rulebook:golden:written"
    GOLDEN_REVISED = "rulebook:golden:revised"
    GOLDEN_RETIRED = "rulebook:golden:retired"
