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
from rules.plan import Plan
from rules.reference import COMPARE
from rules.sight import Branch
from rules.vocabulary import Fact, Kind, Scalar, Value, Vocabulary

MAX_NEAR_MISSES = 6
MAX_TRIED = 8
STEP_BEYOND = {Op.GT: 1, Op.LT: -1, Op.NEQ: 1}
# A number near a threshold tells more than a list that could hold something else.
INTEREST = {Kind.INT: 0, Kind.ENUM: 1, Kind.BOOL: 2, Kind.TAGS: 3}


class Neighborhood:
    """The cases one fact away from this one."""

    def __init__(self, plan: Plan, run: Run, truth: int, vocabulary: Vocabulary) -> None:
        self._sight = plan.sight
        self._known = run.known
        self._settled = run.settled
        self._truth = truth
        self._facts = vocabulary.facts
        self._new = ~self._sight.said(run.spoken, run.settled)

    def look(self) -> tuple[tuple[NearMiss, ...], tuple[str, ...]]:
        """List near misses and the unknown facts that matter."""
        known, unknown = self._silent_for_one_fact()
        near = self._near(islice(chain.from_iterable(known), MAX_TRIED))
        return tuple(islice(near, MAX_NEAR_MISSES)), tuple(unknown)

    def _silent_for_one_fact(self) -> tuple[list[list[tuple[Branch, str]]], list[str]]:
        """Find the branches one given fact away that would say something new, by interest."""
        found: list[list[tuple[Branch, str]]] = [[] for _ in INTEREST]
        unknown: list[str] = []
        off, skip, new = ~self._truth, self._sight.derived, self._new
        beside, fact_of, known = self._sight.beside, self._sight.fact_of, self._known
        for mask, says, branch in self._sight.scan:
            missing = mask & off
            if not missing or missing & skip or not says & new:
                continue
            first = missing & -missing
            if missing != first and missing & beside[first]:
                continue
            fact = fact_of[first]
            if fact in known:
                found[INTEREST[self._facts[fact].kind]].append((branch, fact))
            else:
                unknown.append(fact)
                skip |= self._sight.all_of(fact)
        return found, unknown

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
        changed = self._sight.turn(self._truth, fact, needs)
        truth, settled = self._sight.resettle(changed, self._truth, self._settled)
        if branch.mask & truth != branch.mask:
            return {}
        found: dict[str, Any] = {}
        for output, value in self._sight.answers_of(branch.says & self._new):
            if output in branch.active.adds:
                found.setdefault(output, []).append(value)
            elif settled.get(output) == value:
                found[output] = value
        return found


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
