"""Every comparison of a plan as one bit: why rules kept silent, and what would make them speak.

Building a tree of conditions for every rule would cost more than the decision. Here each
distinct comparison is tested once, a branch is a mask of bits, and "what is missing" is one
`&`. Near misses are not guesses: the change is made and the single outputs are worked out again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rules.chorus import Voice, choruses, winner
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


@dataclass(frozen=True, eq=False)
class Branch:
    """One alternative as bits: the comparisons it needs, the answers it would give."""

    active: Active
    leaves: tuple[Leaf, ...]
    mask: int
    says: int


class Watch:
    """The comparisons of one fact: from its value to their bits."""

    def __init__(self, fact: Fact, bits: Mapping[Leaf, int]) -> None:
        self.all = sum(bits.values())
        self.missing = sum(bit for leaf, bit in bits.items() if leaf.op in WITHOUT)
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
        found = 0
        for bit, compare, wanted in self._tests:
            if compare(value, wanted):
                found |= bit
        return found


class Sight:
    """A whole plan as bits."""

    def __init__(self, steps: Iterable[Step], vocabulary: Vocabulary) -> None:
        steps = tuple(steps)
        self._bits: dict[Leaf, int] = {}
        self._said: dict[Said, int] = {}
        by_step = [[self._branch(a) for a in step.alternatives] for step in steps]
        self.branches = [branch for branches in by_step for branch in branches]
        self.scan = [(branch.mask, branch.says, branch) for branch in self.branches]
        self.books = _by_book(self.branches)
        by_fact: dict[str, dict[Leaf, int]] = {}
        for leaf, bit in self._bits.items():
            by_fact.setdefault(leaf.fact, {})[leaf] = bit
        self._watches = {f: Watch(vocabulary.facts[f], bits) for f, bits in by_fact.items()}
        self.fact_of = {bit: leaf.fact for leaf, bit in self._bits.items()}
        self.beside = {bit: ~self.all_of(leaf.fact) for leaf, bit in self._bits.items()}
        self.derived = sum(self.all_of(output) for output in SINGLES)
        self.looked = {b.active: self._mask_of(b.active.looks_at) for b in self.branches}
        self.says = {branch.active: branch.says for branch in self.branches}
        self._answer_of = {bit: answer for answer, bit in self._said.items()}
        self._singles = sum(bit for (output, _), bit in self._said.items() if output in SINGLES)
        self.choruses = [chorus for branches in by_step for chorus in choruses(voices_of(branches))]

    def truth(self, facts: Facts, settled: Facts) -> int:
        """Test every comparison, of the facts given and of the single outputs settled."""
        found = 0
        for fact, watch in self._watches.items():
            value = settled.get(fact) if fact in SINGLES else facts.get(fact)
            found |= watch.missing if value is None else watch.bits(value)
        return found

    def turn(self, truth: int, fact: str, value: Value | None) -> int:
        """Give one fact another value."""
        watch = self._watches.get(fact)
        return truth if watch is None else truth & ~watch.all | watch.bits(value)

    def resettle(self, truth: int, before: int, settled: Singles) -> tuple[int, Singles]:
        """Work out the single outputs after a change; those that look at no change stay."""
        found = dict(settled)
        for chorus in self.choruses:
            if (truth ^ before) & chorus.watched:
                value = winner(chorus.voices, truth)
                truth = self.turn(truth, chorus.output, value)
                if value is None:
                    found.pop(chorus.output, None)
                else:
                    found[chorus.output] = value
        return truth, found

    def all_of(self, fact: str) -> int:
        """Give the mask of all comparisons of a fact."""
        watch = self._watches.get(fact)
        return 0 if watch is None else watch.all

    def _mask_of(self, facts: Iterable[str]) -> int:
        mask = 0
        for fact in facts:
            mask |= self.all_of(fact)
        return mask

    def said(self, spoken: Iterable[Active], settled: Mapping[str, Scalar]) -> int:
        """Give the mask of what was answered: items of all who spoke, single outputs as settled."""
        found = 0
        for active in spoken:
            found |= self.says[active]
        kept = sum(self._said.get(answer, 0) for answer in settled.items())
        return found & ~self._singles | kept

    def answers_of(self, mask: int) -> Iterator[Said]:
        """Name the answers of a mask."""
        while mask:
            bit = mask & -mask
            yield self._answer_of[bit]
            mask ^= bit

    def _branch(self, alternative: Alternative) -> Branch:
        mask = says = 0
        for leaf in alternative.leaves:
            mask |= self._bits.setdefault(leaf, 1 << len(self._bits))
        for answer in answers(alternative.active):
            says |= self._said.setdefault(answer, 1 << len(self._said))
        return Branch(alternative.active, alternative.leaves, mask, says)


def answers(active: Active) -> Iterator[Said]:
    """List what a rule answers."""
    yield from active.rule.sets.items()
    for output, items in active.adds.items():
        yield from ((output, name_of(item)) for item in items)


def voices_of(branches: Iterable[Branch]) -> Iterator[tuple[str, Voice]]:
    """List what each branch answers for each single output."""
    for branch in branches:
        for output, value in branch.active.rule.sets.items():
            yield output, (branch.active.rule.rank, value, branch.mask)


def _by_book(branches: Iterable[Branch]) -> dict[Book, list[int]]:
    found: dict[Book, list[int]] = {}
    for branch in branches:
        found.setdefault(branch.active.book, []).append(branch.mask)
    return found
