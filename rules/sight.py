"""Every branch of a plan as one bit: which facts keep it silent, and what would make it speak.

Building a tree of conditions for every rule would cost more than the decision. Here each fact
is turned into the set of branches it makes fail; a branch speaks when no fact does. So "silent
for this fact alone" is a few operations on sets, for all rules at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rules.chorus import Chorus, choruses, winner
from rules.collect import name_of
from rules.compile import Active, Alternative, Step
from rules.conditions import Leaf, Op
from rules.normalise import WITHOUT
from rules.outputs import SINGLES
from rules.reference import COMPARE
from rules.rulebook import Book
from rules.vocabulary import Fact, Facts, Kind, Scalar, Value, Vocabulary

Singles: TypeAlias = dict[str, Scalar]
# What a rule answers: an output with its value, or with the name of one item.
Said: TypeAlias = tuple[str, Scalar]
# For each fact the set of branches it makes fail.
Failing: TypeAlias = dict[str, int]


@dataclass(frozen=True, eq=False)
class Branch:
    """One alternative: its bit among the branches, and the bits of what it would answer."""

    active: Active
    leaves: tuple[Leaf, ...]
    bit: int
    says: int


class Watch:
    """The comparisons of one fact: from its value to the branches that then fail."""

    def __init__(self, fact: Fact, tests: Mapping[Leaf, int]) -> None:
        self.missing = union(bits for leaf, bits in tests.items() if leaf.op not in WITHOUT)
        self._tests = [
            (COMPARE.get(leaf.op), leaf.value, bits)
            for leaf, bits in tests.items()
            if leaf.op is not Op.PRESENT
        ]
        values: tuple[Scalar, ...] = {Kind.ENUM: fact.values, Kind.BOOL: (False, True)}.get(
            fact.kind, ()
        )
        self._known: dict[Scalar, int] = {value: self._failing(value) for value in values}

    def failing(self, value: Value | None) -> int:
        """Say which branches fail; None is a missing fact."""
        if value is None:
            return self.missing
        if isinstance(value, list) or value not in self._known:
            return self._failing(value)
        return self._known[value]

    def _failing(self, value: Value) -> int:
        found = 0
        for compare, wanted, bits in self._tests:
            if compare is None or not compare(value, wanted):
                found |= bits
        return found


class Sight:
    """A whole plan as sets of branches."""

    def __init__(self, steps: Iterable[Step], vocabulary: Vocabulary) -> None:
        self._said: dict[Said, int] = {}
        by_step = [
            list(self._branches(steps_alternatives)) for steps_alternatives in _starts(steps)
        ]
        self.branches = [branch for branches in by_step for branch in branches]
        self.all = (1 << len(self.branches)) - 1
        self.books: dict[Book, int] = {}
        for branch in self.branches:
            book = branch.active.book
            self.books[book] = self.books.get(book, 0) | branch.bit
        self._watches = _watches(self.branches, vocabulary)
        self.choruses: list[Chorus] = [
            chorus for branches in by_step for chorus in choruses(_voices(branches))
        ]
        self.says = {branch.active: branch.says for branch in self.branches}
        self._answer_of = {bit: answer for answer, bit in self._said.items()}
        self._singles = sum(bit for (output, _), bit in self._said.items() if output in SINGLES)

    def failing(self, facts: Facts, settled: Facts) -> Failing:
        """Say what each fact makes fail: facts given, and single outputs as settled."""
        return {
            fact: watch.failing(settled.get(fact) if fact in SINGLES else facts.get(fact))
            for fact, watch in self._watches.items()
        }

    def settle(self, failed: int) -> tuple[int, Singles]:
        """Work out the speaking branches and the single outputs, phase after phase.

        `failed`: the branches that given facts make fail; answers are taken as they come out.
        """
        settled: Singles = {}
        for chorus in self.choruses:
            value = winner(chorus, ~failed)
            if value is not None:
                settled[chorus.output] = value
            watch = self._watches.get(chorus.output)
            failed |= watch.failing(value) if watch else 0
        return self.all & ~failed, settled

    def of_fact(self, fact: str, value: Value | None) -> int:
        """Say which branches one value of a fact makes fail."""
        return self._watches[fact].failing(value)

    def said(self, spoken: Iterable[Active], settled: Mapping[str, Scalar]) -> int:
        """Give the mask of what was answered: items of all who spoke, single outputs as settled."""
        found = union(self.says[active] for active in spoken)
        kept = sum(self._said.get(answer, 0) for answer in settled.items())
        return found & ~self._singles | kept

    def answers_of(self, mask: int) -> Iterator[Said]:
        """Name the answers of a mask."""
        return (self._answer_of[bit] for bit in bits_of(mask))

    def _branches(self, alternatives: Iterable[tuple[int, Alternative]]) -> Iterator[Branch]:
        for number, alternative in alternatives:
            says = 0
            for answer in answers(alternative.active):
                says |= self._said.setdefault(answer, 1 << len(self._said))
            yield Branch(alternative.active, alternative.leaves, 1 << number, says)


def union(sets: Iterable[int]) -> int:
    """Join sets of bits."""
    found = 0
    for each in sets:
        found |= each
    return found


def of_given(failing: Failing) -> list[int]:
    """Leave out what answers of the rules make fail."""
    return [bits for fact, bits in failing.items() if fact not in SINGLES]


def bits_of(mask: int) -> Iterator[int]:
    """List the single bits of a set, lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def answers(active: Active) -> Iterator[Said]:
    """List what a rule answers."""
    yield from active.rule.sets.items()
    for output, items in active.adds.items():
        yield from ((output, name_of(item)) for item in items)


def _starts(steps: Iterable[Step]) -> Iterator[list[tuple[int, Alternative]]]:
    number = 0
    for step in steps:
        yield list(enumerate(step.alternatives, start=number))
        number += len(step.alternatives)


def _voices(branches: Iterable[Branch]) -> Iterator[tuple[str, int, Scalar, int]]:
    for branch in branches:
        for output, value in branch.active.rule.sets.items():
            yield output, branch.active.rule.rank, value, branch.bit


def _watches(branches: Iterable[Branch], vocabulary: Vocabulary) -> dict[str, Watch]:
    tests: dict[str, dict[Leaf, int]] = {}
    for branch in branches:
        for leaf in branch.leaves:
            known = tests.setdefault(leaf.fact, {})
            known[leaf] = known.get(leaf, 0) | branch.bit
    first_outputs = sorted(tests, key=lambda fact: fact not in SINGLES)
    return {fact: Watch(vocabulary.facts[fact], tests[fact]) for fact in first_outputs}
