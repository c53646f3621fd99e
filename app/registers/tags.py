"""Footprints of the registers."""

from enum import StrEnum


class Tag(StrEnum):
    """What was done to the registers."""

    MONTH_CLOSED = "register:month:closed"
