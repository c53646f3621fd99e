"""Identifiers a laptop can make alone and that still sort by time (UUID version 7, RFC 9562)."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

_drawn: ContextVar[Callable[[], UUID] | None] = ContextVar("drawn", default=None)


def new_id() -> UUID:
    """Make a UUIDv7 for now."""
    draw = _drawn.get()
    if draw is not None:
        return draw()
    return shaped(time.time_ns() // 1_000_000, secrets.randbits(80))


@contextmanager
def drawn_from(draw: Callable[[], UUID]) -> Iterator[None]:
    """Take every new id from a source of one's own: a demo county that comes out the same again."""
    token = _drawn.set(draw)
    try:
        yield
    finally:
        _drawn.reset(token)


def shaped(milliseconds: int, bits: int) -> UUID:
    """Shape an instant and 80 bits into a UUIDv7."""
    number = (milliseconds << 80) | bits
    number = number & ~(0xF << 76) | (0x7 << 76)
    number = number & ~(0x3 << 62) | (0x2 << 62)
    return UUID(int=number)
