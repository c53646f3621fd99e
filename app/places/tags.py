"""What can happen to places, as it stands in the trail."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of footprint."""

    AREAS_IMPORTED = "place:areas:imported"
    GRID_CELL_MADE = "place:grid_cell:made"
    GRID_CELL_REVISED = "place:grid_cell:revised"
    GRID_CELL_CLOSED = "place:grid_cell:closed"
    HOUSEHOLD_GROUP_MADE = "place:household_group:made"
    HOUSEHOLD_GROUP_REVISED = "place:household_group:revised"
