"""Who wins a single output: all branches that answer it as bits, the strongest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from rules.vocabulary import Scalar

# Rank, value and mask of one branch that answers a single output.
Voice: TypeAlias = tuple[int, Scalar, int]


@dataclass(frozen=True)
class Chorus:
    """All branches that answer one single output, strongest first, and the bits they look at."""

    output: str
    voices: tuple[Voice, ...]
    watched: int


def choruses(answers: Iterable[tuple[str, Voice]]) -> Iterator[Chorus]:
    """Gather the branches of each output."""
    voices: dict[str, list[Voice]] = {}
    for output, voice in answers:
        voices.setdefault(output, []).append(voice)
    for output, found in voices.items():
        watched = 0
        for _, _, mask in found:
            watched |= mask
        yield Chorus(output, tuple(sorted(found, key=lambda voice: -voice[0])), watched)


def winner(voices: Iterable[Voice], truth: int) -> Scalar | None:
    """Give the value of the highest rank that speaks; None when none does or equals differ.

    `voices` come with falling rank.
    """
    best: Scalar | None = None
    at = -1
    for rank, value, mask in voices:
        if rank < at:
            break
        if mask & truth == mask:
            if at == rank and value != best:
                return None
            best, at = value, rank
    return best
