"""Footprints of what was sent, and where to."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened to an address or a digest; never the address itself."""

    ADDRESS_SET = "message:address:set"
    ADDRESS_DROPPED = "message:address:dropped"
    SENT = "message:sent"
    FAILED = "message:failed"
