"""Footprint tag → what must follow, in the same transaction."""

from collections.abc import Sequence

from app.kernel.bus import Reaction

REACTIONS: dict[str, Sequence[Reaction]] = {}
