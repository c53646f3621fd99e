"""What rulebooks say about themselves before anyone is routed by them, with cases to look at.

dead       no case can satisfy the rule, or one of its branches: publishing is refused
conflicts  equal rank, different values, a common case exists: publishing is refused
overlaps   the same, but rank decides
shadowed   every case of a rule is also a case of a stronger one: its value never counts

Answers of earlier phases are taken as free, so an overlap may be out of reach; "shadowed" looks
for one swallowing branch a branch, so it may miss, but never accuses wrongly.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

from rules.compile import Active, Step, steps
from rules.regions import Region, example, intersect, is_empty, is_inside, region
from rules.rulebook import Books
from rules.vocabulary import Facts, Vocabulary


@dataclass(frozen=True)
class Finding:
    """One thing the author should look at; `since` is the first day it is true."""

    kind: str
    rules: tuple[str, ...]
    about: str
    since: date
    witness: Facts | None = field(default=None, hash=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """Say it in JSON's types."""
        said = {"rules": list(self.rules), "about": self.about, "since": self.since.isoformat()}
        return said if self.witness is None else {**said, "witness": dict(self.witness)}


@dataclass(frozen=True)
class _Rule:
    """A rule with what each of its branches allows."""

    active: Active
    regions: Mapping[str, Region]

    @property
    def alive(self) -> list[Region]:
        return [where for where in self.regions.values() if not is_empty(where)]


def analyse(books: Books) -> list[Finding]:
    """Look at every rule and every pair that can speak about one output, in every period."""
    found: dict[tuple[str, tuple[str, ...], str], Finding] = {}
    for turn in books.turns:
        for step in steps(books, turn):
            for finding in _of_step(step, books.vocabulary, turn):
                found.setdefault((finding.kind, finding.rules, finding.about), finding)
    return list(found.values())


def _of_step(step: Step, vocabulary: Vocabulary, turn: date) -> Iterator[Finding]:
    regions: dict[Active, dict[str, Region]] = {active: {} for active in step.active}
    for alternative in step.alternatives:
        regions[alternative.active][alternative.id] = region(alternative.leaves, vocabulary)
    rules = [_Rule(active, own) for active, own in regions.items()]
    for rule in rules:
        yield from _dead(rule, turn)
    for left, right in combinations(rules, 2):
        if left.active.book is right.active.book:
            yield from _pair(left, right, vocabulary, turn)


def _dead(rule: _Rule, turn: date) -> Iterator[Finding]:
    dead = tuple(name for name, where in rule.regions.items() if is_empty(where))
    if len(dead) == len(rule.regions):
        yield Finding("dead", (rule.active.rule.id,), "条件互相矛盾，永不成立", turn)
    elif dead:
        yield Finding("dead", dead, "这些分支永不成立", turn)


def _pair(left: _Rule, right: _Rule, vocabulary: Vocabulary, turn: date) -> Iterator[Finding]:
    weak, strong = sorted((left, right), key=lambda rule: rule.active.rule.rank)
    if weak.active.rule.is_ground:
        return
    for output in sorted(left.active.rule.sets.keys() & right.active.rule.sets.keys()):
        both = _first_common(weak.alive, strong.alive)
        if both is not None:
            yield from _about(output, weak.active, strong.active, turn, example(both, vocabulary))
            yield from _shadow(output, weak, strong, turn)


def _about(
    output: str, weak: Active, strong: Active, turn: date, witness: Facts
) -> Iterator[Finding]:
    values = weak.rule.sets[output], strong.rule.sets[output]
    if values[0] != values[1]:
        kind = "conflicts" if weak.rule.rank == strong.rule.rank else "overlaps"
        about = f"{output}: {values[0]} / {values[1]}"
        yield Finding(kind, (weak.rule.id, strong.rule.id), about, turn, witness)


def _shadow(output: str, weak: _Rule, strong: _Rule, turn: date) -> Iterator[Finding]:
    if weak.active.rule.rank < strong.active.rule.rank and _swallowed(weak.alive, strong.alive):
        rules = (weak.active.rule.id, strong.active.rule.id)
        yield Finding("shadowed", rules, output, turn)


def _first_common(left: Iterable[Region], right: Iterable[Region]) -> Region | None:
    right = list(right)
    pairs = (intersect(a, b) for a in left for b in right)
    return next((both for both in pairs if not is_empty(both)), None)


def _swallowed(weak: list[Region], strong: list[Region]) -> bool:
    return bool(weak) and all(any(is_inside(a, b) for b in strong) for a in weak)
