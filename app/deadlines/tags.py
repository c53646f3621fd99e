"""Footprints of the clock ledger."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened to a term."""

    STARTED = "deadline:started"
    MET = "deadline:met"
    CANCELLED = "deadline:cancelled"
    RESUMED = "deadline:resumed"
    ENTERED = "deadline:entry:recorded"
    RECOUNTED = "deadline:recounted"
    CALENDAR_CHANGED = "calendar:changed"
