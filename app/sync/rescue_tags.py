"""Footprints of a forgotten passphrase."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened to an asking."""

    ASKED = "offline:rescue:asked"
    AGREED = "offline:rescue:agreed"
    GIVEN = "offline:rescue:given"
    REFUSED = "offline:rescue:refused"
