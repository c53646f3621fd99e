"""Identifiers a laptop can make alone and that still sort by time (UUID version 7, RFC 9562)."""

import secrets
import time
from uuid import UUID


def new_id(milliseconds: int | None = None) -> UUID:
    """Make a UUIDv7 for this instant (Unix milliseconds); by default for now."""
    instant = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    number = (instant << 80) | secrets.randbits(80)
    number = number & ~(0xF << 76) | (0x7 << 76)
    number = number & ~(0x3 << 62) | (0x2 << 62)
    return UUID(int=number)
