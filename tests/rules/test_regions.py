"""What a branch allows is decided exactly: checked against the specification on random cases."""

import random
from datetime import date

from rules.compile import steps
from rules.conditions import ALWAYS
from rules.reference import meaning
from rules.regions import example, intersect, is_empty, is_inside, region
from rules.rulebook import Rule
from tests.rules.random_books import ON, VOCABULARY, case, rulebook

BOOKS = 60
BRANCHES = 10
CASES = 25


def holds(branch, facts):
    return all(meaning(leaf)(facts) for leaf in branch.leaves)


def test_examples_hold_disjoint_branches_never_meet_and_inside_means_inside():
    draw = random.Random(5)  # noqa: S311 (the same books every time)
    seen = {"examples": 0, "inside": 0, "disjoint": 0}
    for _ in range(BOOKS):
        (step,) = steps(rulebook(draw), ON) or [None]
        branches = draw.sample(step.alternatives, min(BRANCHES, len(step.alternatives)))
        cases = [case(draw) for _ in range(CASES)]
        for left in branches:
            for right in branches:
                look(left, right, cases, seen)
    assert min(seen.values()) > 100, seen


def look(left, right, cases, seen):
    here, there = region(left.leaves, VOCABULARY), region(right.leaves, VOCABULARY)
    both = intersect(here, there)
    if is_empty(both):
        seen["disjoint"] += 1
        assert not any(holds(left, facts) and holds(right, facts) for facts in cases)
    else:
        seen["examples"] += 1
        witness = example(both, VOCABULARY)
        assert holds(left, witness), (left.leaves, witness)
        assert holds(right, witness), (right.leaves, witness)
    if left is not right and not is_empty(here) and is_inside(here, there):
        seen["inside"] += 1
        tried = [*cases, example(here, VOCABULARY)]
        assert all(holds(right, facts) for facts in tried if holds(left, facts))


def test_a_rule_holds_from_its_first_day_up_to_but_without_its_until():
    begins, ends = date(2026, 1, 1), date(2026, 7, 1)
    rule = Rule("r", "r", "r", "r", "INF", "r", begins, ends, 50, ALWAYS, {}, {})
    days = [date(2025, 12, 31), begins, date(2026, 6, 30), ends]
    assert [rule.in_force(day) for day in days] == [False, True, True, False]
