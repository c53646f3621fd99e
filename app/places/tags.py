"""What can happen to places, as it stands in the trail."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of footprint."""

    AREAS_IMPORTED = "place:areas:imported"
