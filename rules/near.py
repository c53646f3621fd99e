"""What one changed fact would have done: near misses that are true, and unknown facts that matter.

A candidate is a silent branch kept silent by one fact. Known facts: the change is made, all
single outputs are worked out again, and only what really comes out different is reported.
Unknown facts: their names are told, because someone can go and ask.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rules.collect import name_of
from rules.conditions import Leaf, Op
from rules.decision import Change, NearMiss
from rules.matching import Run
from rules.outputs import SINGLES
from rules.plan import Plan
from rules.reference import COMPARE
from rules.rulebook import Item
from rules.sight import Branch
from rules.vocabulary import Fact, Kind, Scalar, Value, Vocabulary

MAX_NEAR_MISSES = 8
MAX_TRIED = 16
STEP_BEYOND = {Op.GT: 1, Op.LT: -1, Op.NEQ: 1}


class Neighborhood:
    """The cases one fact away from this one."""

    def __init__(self, plan: Plan, run: Run, truth: int, vocabulary: Vocabulary) -> None:
        self._sight = plan.sight
        self._run = run
        self._truth = truth
        self._facts = vocabulary.facts
        self._given = self._sight.truth(run.known)
        self._items = {(o, name_of(i)) for a in run.spoken for o, i in _items(a.adds)}

    def look(self) -> tuple[tuple[NearMiss, ...], tuple[str, ...]]:
        """List near misses and the unknown facts that matter."""
        unknown: dict[str, None] = {}
        tried: dict[tuple[str, str], Branch] = {}
        for branch, fact in self._silent_for_one_fact():
            if not self._could_change(branch):
                continue
            if fact in self._run.known:
                tried.setdefault((fact, branch.active.rule.id), branch)
            else:
                unknown[fact] = None
        near = self._near((branch, fact) for (fact, _), branch in list(tried.items())[:MAX_TRIED])
        return tuple(near)[:MAX_NEAR_MISSES], tuple(unknown)

    def _silent_for_one_fact(self) -> Iterator[tuple[Branch, str]]:
        truth, fact_of = self._truth, self._sight.fact_of
        for branches in self._sight.steps:
            for branch in branches:
                missing = branch.mask & ~truth
                if not missing:
                    continue
                fact = fact_of[missing & -missing]
                if not missing & ~self._sight.all_of(fact) and fact not in SINGLES:
                    yield branch, fact

    def _could_change(self, branch: Branch) -> bool:
        rule = branch.active.rule
        settled = self._run.settled
        return any(settled.get(o) != value for o, value in rule.sets.items()) or any(
            (output, name_of(item)) not in self._items
            for output, item in _items(branch.active.adds)
        )

    def _near(self, candidates: Iterable[tuple[Branch, str]]) -> Iterator[NearMiss]:
        for branch, fact in candidates:
            needs = self._needs(branch, fact)
            if needs is None:
                continue
            would = self._would(branch, fact, needs)
            if would:
                change = Change(fact, self._run.known[fact], needs)
                yield NearMiss(branch.active.rule.id, would, (change,))

    def _needs(self, branch: Branch, fact: str) -> Value | None:
        """Find the nearest value that lets every comparison of the fact in this branch hold."""
        tests = [leaf for leaf in branch.leaves if leaf.fact == fact]
        for candidate in _candidates(tests, self._run.known[fact], self._facts[fact]):
            if all(
                leaf.op in COMPARE and COMPARE[leaf.op](candidate, leaf.value) for leaf in tests
            ):
                return candidate
        return None

    def _would(self, branch: Branch, fact: str, needs: Value) -> dict[str, Any]:
        """Make the change and say what of this rule's answer is then new."""
        truth, settled = self._sight.settle(self._sight.turn(self._given, fact, needs))
        if branch.mask & truth != branch.mask:
            return {}
        found: dict[str, Any] = {
            output: value
            for output, value in branch.active.rule.sets.items()
            if settled.get(output) == value != self._run.settled.get(output)
        }
        for output, item in _items(branch.active.adds):
            if (output, name_of(item)) not in self._items:
                found.setdefault(output, []).append(name_of(item))
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
    return tuple(value for value in fact.values if value != leaf.value)


def _items(adds: Mapping[str, tuple[Item, ...]]) -> Iterator[tuple[str, Item]]:
    return ((output, item) for output, items in adds.items() for item in items)
