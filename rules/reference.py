"""What a condition means: the specification, the shadow of every decision, and the fallback.

Two-valued: a comparison with a missing fact is false, and `not` is plain negation, so
`not: {amount_fen: {at_least: 1000}}` is true when the amount is unknown.
"""

import operator
from collections.abc import Callable
from typing import Any, TypeAlias

from rules.conditions import AllOf, AnyOf, Condition, Leaf, Not, Op
from rules.vocabulary import Facts

Meaning: TypeAlias = Callable[[Facts], bool]

COMPARE: dict[Op, Callable[[Any, Any], bool]] = {
    Op.EQ: operator.eq,
    Op.NEQ: operator.ne,
    Op.LT: operator.lt,
    Op.LTE: operator.le,
    Op.GT: operator.gt,
    Op.GTE: operator.ge,
    Op.IN: lambda actual, wanted: actual in wanted,
    Op.HAS: lambda actual, wanted: wanted in actual,
    Op.UNLESS: operator.ne,
    Op.LACKS: lambda actual, wanted: wanted not in actual,
}


def meaning(condition: Condition) -> Meaning:
    """Turn a condition into a question about facts."""
    match condition:
        case AllOf(of):
            return _all(tuple(meaning(part) for part in of))
        case AnyOf(of):
            return _any(tuple(meaning(part) for part in of))
        case Not(of):
            return _not(meaning(of))
        case Leaf():
            return _leaf(condition)


def _all(parts: tuple[Meaning, ...]) -> Meaning:
    def holds(facts: Facts) -> bool:
        for part in parts:  # noqa: SIM110 (a generator costs twice the time of the plain loop)
            if not part(facts):
                return False
        return True

    return holds


def _any(parts: tuple[Meaning, ...]) -> Meaning:
    def holds(facts: Facts) -> bool:
        for part in parts:  # noqa: SIM110 (as above)
            if part(facts):
                return True
        return False

    return holds


def _not(part: Meaning) -> Meaning:
    return lambda facts: not part(facts)


def _leaf(leaf: Leaf) -> Meaning:
    fact, wanted = leaf.fact, leaf.value
    if leaf.op is Op.MISSING:
        return lambda facts: fact not in facts
    if leaf.op is Op.PRESENT:
        return lambda facts: fact in facts
    if leaf.op is Op.EQ:
        return lambda facts: facts.get(fact) == wanted
    compare = COMPARE[leaf.op]
    if leaf.op in (Op.UNLESS, Op.LACKS):
        return lambda facts: fact not in facts or compare(facts[fact], wanted)
    return lambda facts: fact in facts and compare(facts[fact], wanted)
