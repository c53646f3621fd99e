"""Three opinions that must agree on random books: what was written, our compiler, the engine."""

import os
import random
from itertools import islice

import pytest

from rules.compile import steps
from rules.engine import DurableMatcher
from rules.reference import meaning
from rules.sight import Sight, union
from tests.rules.random_books import ON, VOCABULARY, case, rulebook

CASES = 10
# `make fuzz` runs ten times as long.
BOOKS = 5000 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 500
PARTS = 10


@pytest.mark.fuzz
@pytest.mark.parametrize("part", range(PARTS))
def test_engine_compiler_and_specification_agree(part):
    draw = random.Random(part)  # noqa: S311 (the same books every time)
    pairs = firings = 0
    for _ in range(BOOKS // PARTS):
        (step,) = steps(rulebook(draw), ON) or [None]
        matcher = DurableMatcher(step)
        opinions = Opinions(step)
        for _ in range(CASES):
            facts = case(draw)
            VOCABULARY.check(facts)
            firings += compare(opinions, matcher, facts)
            pairs += 1
        matcher.close()
    assert pairs == BOOKS // PARTS * CASES
    assert firings > pairs


class Opinions:
    """What was written, what our compiler made of it, and the same as bits: each made ready once."""

    def __init__(self, step):
        self.step, self.sight = step, Sight((step,), VOCABULARY)
        self.written = [(each.rule.id, meaning(each.rule.when)) for each in step.active]
        self.flat = [
            (each.id, [meaning(leaf) for leaf in each.leaves]) for each in step.alternatives
        ]


def compare(opinions, matcher, facts):
    written = {name for name, holds in opinions.written if holds(facts)}
    flat = {name for name, leaves in opinions.flat if all(holds(facts) for holds in leaves)}
    sight = opinions.sight
    speaking, _ = sight.settle(union(sight.failing(facts, {}).values()))
    bits = {
        alternative.id
        for alternative, branch in zip(opinions.step.alternatives, sight.branches, strict=True)
        if branch.bit & speaking
    }
    assert {name.partition("#")[0] for name in flat} == written, facts
    assert bits == flat, facts
    assert matcher.match(facts) == flat, facts
    return len(flat)


def test_the_fuzz_catches_a_broken_engine():
    """A fuzz is worth what it catches: an engine that forgets one alternative is found at once."""
    draw = random.Random(0)  # noqa: S311 (the same books every time)

    class Forgetful(DurableMatcher):
        def match(self, facts):
            return set(islice(sorted(super().match(facts)), 1, None))

    (step,) = steps(rulebook(draw), ON)
    matcher, opinions = Forgetful(step), Opinions(step)
    with pytest.raises(AssertionError):
        for _ in range(CASES):
            compare(opinions, matcher, case(draw))
