"""From any condition to alternatives the engine can be trusted with: NNF, then DNF.

The engine fires an `or` once for every branch that holds. So `not` is pushed down to the
comparisons and `any` is multiplied out: one rule becomes a few plain conjunctions. The negation
of a comparison is *missing or the opposite*; for words, true and false, and lists one comparison says both.
"""

from collections.abc import Sequence
from itertools import chain

from rules.conditions import AllOf, AnyOf, Condition, Leaf, Not, Op
from rules.vocabulary import RuleError

MAX_ALTERNATIVES = 24
WITHOUT = (Op.MISSING, Op.UNLESS, Op.LACKS)  # hold when the fact is missing
OPPOSITE = {
    Op.EQ: Op.NEQ,
    Op.NEQ: Op.EQ,
    Op.LT: Op.GTE,
    Op.GTE: Op.LT,
    Op.GT: Op.LTE,
    Op.LTE: Op.GT,
}
DENIED = {
    Op.EQ: Op.UNLESS,
    Op.IN: Op.UNLESS,
    Op.HAS: Op.LACKS,
    Op.MISSING: Op.PRESENT,
    Op.PRESENT: Op.MISSING,
}


def alternatives(condition: Condition, where: str) -> list[tuple[Leaf, ...]]:
    """Rewrite a condition as a short list of conjunctions, each without repeated comparisons."""
    found = _multiply(_push_down(condition), where)
    if len(found) > MAX_ALTERNATIVES:
        what = f"条件展开为 {len(found)} 个备选，超过 {MAX_ALTERNATIVES} 个"
        raise RuleError(where, what, "请拆成几条规则，或把同一事实的几个值写成列表")
    return [tuple(dict.fromkeys(leaves)) for leaves in found if not _is_void(leaves)]


def _is_void(leaves: tuple[Leaf, ...]) -> bool:
    """Say whether a fact would have to be missing and compared: negation makes such branches."""
    missing = {leaf.fact for leaf in leaves if leaf.op is Op.MISSING}
    return any(leaf.fact in missing and leaf.op not in WITHOUT for leaf in leaves)


def _push_down(condition: Condition, *, negated: bool = False) -> Condition:
    match condition:
        case Not(of):
            return _push_down(of, negated=not negated)
        case AllOf(of) | AnyOf(of):
            parts = tuple(_push_down(part, negated=negated) for part in of)
            return AllOf(parts) if isinstance(condition, AllOf) is not negated else AnyOf(parts)
        case Leaf():
            return _deny(condition) if negated else condition


def _deny(leaf: Leaf) -> Condition:
    if any(type(choice) is int for choice in leaf.choices) or leaf.op not in DENIED:
        return _missing_or_opposite(leaf)
    op = DENIED[leaf.op]
    if leaf.op is Op.IN:
        return AllOf(tuple(Leaf(leaf.fact, op, choice) for choice in leaf.choices))
    return Leaf(leaf.fact, op, leaf.value)


def _missing_or_opposite(leaf: Leaf) -> Condition:
    missing = Leaf(leaf.fact, Op.MISSING)
    if leaf.op is Op.IN:
        return AnyOf((missing, AllOf(tuple(Leaf(leaf.fact, Op.NEQ, v) for v in leaf.choices))))
    return AnyOf((missing, Leaf(leaf.fact, OPPOSITE[leaf.op], leaf.value)))


def _multiply(condition: Condition, where: str) -> list[tuple[Leaf, ...]]:
    match condition:
        case AllOf(of):
            return _product([_multiply(part, where) for part in of], where)
        case AnyOf(of):
            return list(chain.from_iterable(_multiply(part, where) for part in of))
        case Leaf():
            return [(condition,)]
        case Not():
            raise RuleError(where, "否定没有被展开", "这是程序的错误，请报告")


def _product(factors: Sequence[list[tuple[Leaf, ...]]], where: str) -> list[tuple[Leaf, ...]]:
    found: list[tuple[Leaf, ...]] = [()]
    for factor in factors:
        found = [left + right for left in found for right in factor]
        if len(found) > 4 * MAX_ALTERNATIVES:
            what = f"条件展开后的备选超过 {4 * MAX_ALTERNATIVES} 个"
            raise RuleError(where, what, "请拆成几条规则")
    return found
