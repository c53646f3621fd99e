"""What one changed fact would have done: near misses that are true, and unknown facts that matter.

A candidate is a silent branch kept silent by one fact. Known facts: the change is made, all
single outputs are worked out again, and only what really comes out different is reported.
Unknown facts: their names are told, because someone can go and ask.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from rules.conditions import Leaf, Op
from rules.decision import Change, NearMiss
from rules.matching import Run
from rules.outputs import SINGLES
from rules.plan import Plan
from rules.reference import COMPARE
from rules.sight import Branch, Failing, bits_of, of_given, union
from rules.vocabulary import Fact, Kind, Scalar, Value, Vocabulary

MAX_NEAR_MISSES = 5
MAX_TRIED = 7
STEP_BEYOND = {Op.GT: 1, Op.LT: -1, Op.NEQ: 1}
# A number near a threshold tells more than a list that could hold something else.
INTEREST = {Kind.INT: 0, Kind.ENUM: 1, Kind.BOOL: 2, Kind.TAGS: 3}


class Neighborhood:
    """The cases one fact away from this one."""

    def __init__(self, plan: Plan, run: Run, failing: Failing, vocabulary: Vocabulary) -> None:
        self._sight = plan.sight
        self._known = run.known
        self._settled = run.settled
        self._failing = failing
        self._facts = vocabulary.facts
        given = of_given(failing)
        self._failed, self._only_given = union(given), only_once(given)
        self._new = ~self._sight.said(run.spoken, run.settled)

    def look(self) -> tuple[tuple[NearMiss, ...], tuple[str, ...]]:
        """List near misses and the unknown facts that matter."""
        only = only_once(self._failing.values())
        known: list[list[tuple[str, int]]] = [[] for _ in INTEREST]
        unknown: list[str] = []
        for fact, failed in self._failing.items():
            alone = failed & only
            if not alone or fact in SINGLES:
                continue
            if fact in self._known:
                known[INTEREST[self._facts[fact].kind]].append((fact, alone))
            elif any(self._new_of(alone)):
                unknown.append(fact)
        near = self._near(islice(self._candidates(chain.from_iterable(known)), MAX_TRIED))
        return tuple(islice(near, MAX_NEAR_MISSES)), tuple(unknown)

    def _candidates(self, alone: Iterable[tuple[str, int]]) -> Iterator[tuple[Branch, str]]:
        return ((branch, fact) for fact, mask in alone for branch in self._new_of(mask))

    def _new_of(self, mask: int) -> Iterator[Branch]:
        """List the branches that would say something new."""
        for bit in bits_of(mask):
            branch = self._sight.branches[bit.bit_length() - 1]
            if branch.says & self._new:
                yield branch

    def _near(self, candidates: Iterable[tuple[Branch, str]]) -> Iterator[NearMiss]:
        for branch, fact in candidates:
            needs = self._needs(branch, fact)
            would = {} if needs is None else self._would(branch, fact, needs)
            if would:
                change = Change(fact, self._known[fact], needs)
                yield NearMiss(branch.active.rule.id, would, (change,))

    def _needs(self, branch: Branch, fact: str) -> Value | None:
        """Find the nearest value that lets every comparison of the fact in this branch hold."""
        tests = [leaf for leaf in branch.leaves if leaf.fact == fact]
        for candidate in _candidates(tests, self._known[fact], self._facts[fact]):
            if all(
                leaf.op in COMPARE and COMPARE[leaf.op](candidate, leaf.value) for leaf in tests
            ):
                return candidate
        return None

    def _would(self, branch: Branch, fact: str, needs: Value) -> dict[str, Any]:
        """Make the change and say what of this rule's answer is then new."""
        others = self._failed & ~(self._only_given & self._failing[fact])
        speaking, settled = self._sight.settle(others | self._sight.of_fact(fact, needs))
        if not branch.bit & speaking:
            return {}
        found: dict[str, Any] = {}
        for output, value in self._sight.answers_of(branch.says & self._new):
            if output in branch.active.adds:
                found.setdefault(output, []).append(value)
            elif settled.get(output) == value:
                found[output] = value
        return found


def only_once(sets: Iterable[int]) -> int:
    """Give the bits that are in exactly one of the sets."""
    once = twice = 0
    for each in sets:
        twice |= once & each
        once |= each
    return once & ~twice


def _candidates(tests: Iterable[Leaf], has: Value, fact: Fact) -> Iterator[Value]:
    for leaf in tests:
        if isinstance(has, list):
            tag = str(leaf.value)
            yield [*has, tag] if leaf.op is Op.HAS else [each for each in has if each != tag]
        elif fact.kind is Kind.INT and isinstance(leaf.value, int):
            yield leaf.value + STEP_BEYOND.get(leaf.op, 0)
        else:
            yield from _choices(leaf, fact)


def _choices(leaf: Leaf, fact: Fact) -> tuple[Scalar, ...]:
    if leaf.op in (Op.EQ, Op.IN):
        return leaf.choices
    if fact.kind is Kind.BOOL:
        return (not leaf.value,)
    return tuple(value for value in fact.values if value != leaf.value)
