"""Footprints of supervision."""

from enum import StrEnum


class Tag(StrEnum):
    """What supervision did."""

    NUDGED = "deadline:nudged"
    LAPSED = "deadline:lapsed"
