"""Who wins a single output: the branches that answer it, the strongest rank first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules.vocabulary import Scalar


@dataclass(frozen=True)
class Chorus:
    """For one output: rank, value and the set of branches that give it, by falling rank."""

    output: str
    voices: tuple[tuple[int, Scalar, int], ...]


def choruses(answers: Iterable[tuple[str, int, Scalar, int]]) -> Iterator[Chorus]:
    """Gather answers (output, rank, value, bit of the branch) by output."""
    found: dict[str, dict[tuple[int, Scalar], int]] = {}
    for output, rank, value, bit in answers:
        voices = found.setdefault(output, {})
        voices[rank, value] = voices.get((rank, value), 0) | bit
    for output, voices in found.items():
        order = sorted(voices.items(), key=lambda item: -item[0][0])
        yield Chorus(output, tuple((rank, value, bits) for (rank, value), bits in order))


def winner(chorus: Chorus, speaking: int) -> Scalar | None:
    """Give the value of the highest rank that speaks; None when none does or equals differ."""
    best: Scalar | None = None
    at = -1
    for rank, value, bits in chorus.voices:
        if rank < at:
            break
        if bits & speaking:
            if at == rank:
                return None
            best, at = value, rank
    return best
