"""Footprints of the inbox."""

from enum import StrEnum


class Tag(StrEnum):
    """What a person did with their notices."""

    READ = "inbox:notice:read"
