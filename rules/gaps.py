"""Cases no rule answers: the values around every threshold are tried, and given cases.

Sampling, so silence is no proof; but a rulebook with a rule `when: {}` a phase has none.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rules.conditions import Leaf
from rules.plan import Plan, plan_for
from rules.rulebook import Books
from rules.sight import of_given, union
from rules.vocabulary import DAY_UNIT, Fact, Facts, Kind, Scalar, Value

SAMPLES = 3000
SPARSE = 3  # most samples know little, as a counter does: a full one is nearly always refused
TAG_SHARE = 0.15
SEED = 1
ALWAYS: tuple[str, ...] = ("admissible", "risk")
FOR_MEDIATORS = ("may_mediate",)
WHEN_OPEN = (*ALWAYS, "level", "committee", "stage")
DESK = "desk"
DESKS = frozenset(
    {
        ("village", "village"),
        ("township", "township"), ("township", "industry"), ("township", "joint"),
        ("county", "county_center"), ("county", "industry"), ("county", "joint"),
    }
)  # fmt: skip


@dataclass(frozen=True)
class Gap:
    """An output nothing answers, how many samples showed it, and one of them.

    "desk": a level and a committee that do not go together, each answered by another rule.
    """

    output: str
    samples: int
    witness: Facts


def gaps(books: Books, on: date, samples: int = SAMPLES) -> list[Gap]:
    """Try cases around the thresholds of the rules in force on a day."""
    plan = plan_for(books, on)
    draw = random.Random(SEED)  # noqa: S311 (the same cases every time)
    points = _points(plan)
    found: dict[str, list[Facts]] = {}
    for _ in range(samples):
        facts = _sample(books, points, draw)
        for output in _unanswered(plan, facts):
            found.setdefault(output, []).append(facts)
    return [Gap(output, len(cases), cases[0]) for output, cases in found.items()]


def uncovered(books: Books, cases: Iterable[tuple[Facts, date]]) -> list[str]:
    """Name the rules in force on some case's day that no case makes speak."""
    in_force: dict[str, None] = {}
    spoke: set[str] = set()
    for facts, on in cases:
        plan = plan_for(books, on)
        known = dict(facts)
        for step in plan.steps:
            in_force |= dict.fromkeys(active.rule.id for active in step.active)
        speaking, _ = settled(plan, known)
        spoke |= {b.active.rule.id for b in plan.sight.branches if b.bit & speaking}
    return [rule for rule in in_force if rule not in spoke]


def settled(plan: Plan, facts: Facts) -> tuple[int, dict[str, Scalar]]:
    """Work out the speaking branches and the single outputs of a case by sets alone."""
    return plan.sight.settle(union(of_given(plan.sight.failing(facts, {}))))


def _unanswered(plan: Plan, facts: Facts) -> Iterator[str]:
    _, answers = settled(plan, facts)
    wanted = WHEN_OPEN if answers.get("admissible") in ("yes", "ask") else ALWAYS
    if any(chorus.output == FOR_MEDIATORS[0] for chorus in plan.sight.choruses):
        wanted = FOR_MEDIATORS
    yield from (output for output in wanted if output not in answers)
    level, committee = answers.get("level"), answers.get("committee")
    if level and committee and (level, committee) not in DESKS:
        yield DESK


def _points(plan: Plan) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for leaf in (leaf for branch in plan.sight.branches for leaf in branch.leaves):
        found.setdefault(leaf.fact, set()).update(_around(leaf))
    return {fact: sorted(values) for fact, values in found.items() if values}


def _around(leaf: Leaf) -> Iterator[int]:
    for value in leaf.choices:
        if type(value) is int:
            yield from (value - 1, value, value + 1)


def _sample(books: Books, points: dict[str, list[int]], draw: random.Random) -> Facts:
    known = draw.random() ** SPARSE
    return {
        name: _value(fact, points.get(name, [0, 1]), draw)
        for name, fact in books.vocabulary.facts.items()
        if not fact.derived and draw.random() < known
    }


def _value(fact: Fact, points: list[int], draw: random.Random) -> Value:
    if fact.kind is Kind.TAGS:
        return [tag for tag in fact.values if draw.random() < TAG_SHARE]
    if fact.kind is Kind.INT:
        return fact.most if fact.unit == DAY_UNIT else draw.choice(points)
    return draw.choice((False, True)) if fact.kind is Kind.BOOL else draw.choice(fact.values)
