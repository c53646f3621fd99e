"""Every comparison of a plan as one bit: why rules kept silent, and what would make them speak.

Building a tree of conditions for every rule would cost more than the decision. Here each
distinct comparison is tested once, a branch is a mask of bits, and "what is missing" is one
`&`. Near misses are not guesses: the change is made and the single outputs are worked out again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rules.compile import Active, Alternative, Step
from rules.conditions import Leaf, Op
from rules.outputs import SINGLES
from rules.reference import COMPARE
from rules.vocabulary import Fact, Facts, Kind, Scalar, Value, Vocabulary

Singles: TypeAlias = dict[str, Scalar]


@dataclass(frozen=True)
class Branch:
    """One alternative as bits."""

    active: Active
    leaves: tuple[Leaf, ...]
    mask: int


# Rank, value and mask of one branch that answers a single output.
Voice: TypeAlias = tuple[int, Scalar, int]


class Watch:
    """The comparisons of one fact: from its value to their bits."""

    def __init__(self, fact: Fact, bits: Mapping[Leaf, int]) -> None:
        self.all = sum(bits.values())
        self.missing = sum(bit for leaf, bit in bits.items() if leaf.op is Op.MISSING)
        self._tests = [
            (bit, COMPARE.get(leaf.op, lambda *_: True), leaf.value)
            for leaf, bit in bits.items()
            if leaf.op is not Op.MISSING
        ]
        values: tuple[Scalar, ...] = {Kind.ENUM: fact.values, Kind.BOOL: (False, True)}.get(
            fact.kind, ()
        )
        self._known: dict[Scalar, int] = {value: self._seen(value) for value in values}

    def bits(self, value: Value | None) -> int:
        """Say which comparisons hold; None is a missing fact."""
        if value is None:
            return self.missing
        if isinstance(value, list) or value not in self._known:
            return self._seen(value)
        return self._known[value]

    def _seen(self, value: Value) -> int:
        return sum(bit for bit, compare, wanted in self._tests if compare(value, wanted))


class Sight:
    """A whole plan as bits."""

    def __init__(self, steps: Iterable[Step], vocabulary: Vocabulary) -> None:
        steps = tuple(steps)
        self._bits: dict[Leaf, int] = {}
        self.steps = [[self._branch(a) for a in step.alternatives] for step in steps]
        self.voices = [_voices(branches) for branches in self.steps]
        by_fact: dict[str, dict[Leaf, int]] = {}
        for leaf, bit in self._bits.items():
            by_fact.setdefault(leaf.fact, {})[leaf] = bit
        self._watches = {f: Watch(vocabulary.facts[f], bits) for f, bits in by_fact.items()}
        self._given = [item for item in self._watches.items() if item[0] not in SINGLES]
        self.fact_of = {bit: leaf.fact for leaf, bit in self._bits.items()}

    def truth(self, facts: Facts) -> int:
        """Test every comparison of the facts given; answers of the rules are added by `turn`."""
        found = 0
        for fact, watch in self._given:
            value = facts.get(fact)
            found |= watch.missing if value is None else watch.bits(value)
        return found

    def turn(self, truth: int, fact: str, value: Value | None) -> int:
        """Give one fact another value."""
        watch = self._watches.get(fact)
        return truth if watch is None else truth & ~watch.all | watch.bits(value)

    def settle(self, truth: int) -> tuple[int, Singles]:
        """Work out the single outputs, phase after phase, from the facts given."""
        settled: Singles = {}
        for voices in self.voices:
            for output, speakers in voices.items():
                value = winner(speakers, truth)
                if value is not None:
                    settled[output] = value
                truth = self.turn(truth, output, value)
        return truth, settled

    def all_of(self, fact: str) -> int:
        """Give the mask of all comparisons of a fact."""
        watch = self._watches.get(fact)
        return 0 if watch is None else watch.all

    def _branch(self, alternative: Alternative) -> Branch:
        mask = 0
        for leaf in alternative.leaves:
            mask |= self._bits.setdefault(leaf, 1 << len(self._bits))
        return Branch(alternative.active, alternative.leaves, mask)


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


def _voices(branches: Iterable[Branch]) -> dict[str, list[Voice]]:
    voices: dict[str, list[Voice]] = {}
    for branch in branches:
        for output, value in branch.active.rule.sets.items():
            voices.setdefault(output, []).append((branch.active.rule.rank, value, branch.mask))
    return {output: sorted(found, key=lambda v: -v[0]) for output, found in voices.items()}
