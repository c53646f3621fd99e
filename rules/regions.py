"""What a branch allows, fact by fact, decided exactly: empty, inside another, an example.

Each fact's values become whole numbers (a word by its position, a bool as 0 or 1, one 0/1 a tag,
one number for "missing"), each comparison a few spans of them, and a branch the product of its
facts' spans. So "can this ever hold", "can both hold" and "does this one swallow that one" have
exact answers, with a case a person can look at.
"""

from collections.abc import Iterable
from typing import TypeAlias

from rules.conditions import Leaf, Op
from rules.vocabulary import MAX_INT, Fact, Facts, Kind, Scalar, Value, Vocabulary

Spans: TypeAlias = tuple[tuple[int, int], ...]
# A fact, or one tag of it ("" is the fact itself).
Axis: TypeAlias = tuple[str, str]
Region: TypeAlias = dict[Axis, Spans]

ABSENT = -MAX_INT - 2
MISSING = (ABSENT, ABSENT)


def region(leaves: Iterable[Leaf], vocabulary: Vocabulary) -> Region:
    """Intersect what every comparison allows."""
    found: Region = {}
    for leaf in leaves:
        found = intersect(found, _allowed(leaf, vocabulary.facts[leaf.fact]))
    return found


def intersect(left: Region, right: Region) -> Region:
    """Keep the cases in both."""
    return left | {axis: _meet(left.get(axis, spans), spans) for axis, spans in right.items()}


def is_empty(where: Region) -> bool:
    """Say whether no case can be there."""
    return not all(where.values())


def is_inside(inner: Region, outer: Region) -> bool:
    """Say whether every case of the inner region is in the outer one."""
    return all(
        axis in inner and _size(_meet(inner[axis], spans)) == _size(inner[axis])
        for axis, spans in outer.items()
    )


def example(where: Region, vocabulary: Vocabulary) -> Facts:
    """Make one case that lies in a region which is not empty; facts it does not name are absent."""
    facts: dict[str, Value] = {}
    for (name, tag), spans in where.items():
        fact = vocabulary.facts[name]
        if tag or MISSING in spans:
            continue
        if fact.kind is Kind.TAGS:
            facts[name] = [each for each in fact.values if where.get((name, each)) == ((1, 1),)]
        else:
            facts[name] = _decoded(fact, _plain(spans))
    return facts


def _allowed(leaf: Leaf, fact: Fact) -> Region:
    here = (fact.name, "")
    if leaf.op is Op.MISSING:
        return {here: (MISSING,)}
    if leaf.op is Op.HAS:
        return {here: _everything(fact), (fact.name, str(leaf.value)): ((1, 1),)}
    if leaf.op is Op.LACKS:
        return {(fact.name, str(leaf.value)): ((0, 0),)}
    codes = sorted(_code(fact, value) for value in leaf.choices)
    known = _meet(_everything(fact), _compared(leaf.op, codes, fact))
    return {here: (MISSING, *known) if leaf.op is Op.UNLESS else known}


def _compared(op: Op, codes: list[int], fact: Fact) -> Spans:
    if op in (Op.EQ, Op.IN):
        return tuple((code, code) for code in codes)
    if op is Op.PRESENT:
        return _everything(fact)
    code = codes[0]
    below, above = (fact.least, code - 1), (code + 1, fact.most)
    return {
        Op.NEQ: (below, above),
        Op.UNLESS: (below, above),
        Op.LT: (below,),
        Op.LTE: ((fact.least, code),),
        Op.GT: (above,),
        Op.GTE: ((code, fact.most),),
    }[op]


def _everything(fact: Fact) -> Spans:
    if fact.kind is Kind.INT:
        return ((fact.least, fact.most),)
    return ((0, {Kind.ENUM: len(fact.values) - 1, Kind.BOOL: 1, Kind.TAGS: 0}[fact.kind]),)


def _code(fact: Fact, value: Scalar) -> int:
    return fact.values.index(value) if isinstance(value, str) else int(value)


def _decoded(fact: Fact, code: int) -> Value:
    if fact.kind is Kind.ENUM:
        return fact.values[code]
    return bool(code) if fact.kind is Kind.BOOL else code


def _plain(spans: Spans) -> int:
    """Pick a number near a threshold rather than at the end of the scale."""
    low, high = next(span for span in spans if span != MISSING)
    if low > -MAX_INT:
        return low
    return high if high < MAX_INT else 0


def _meet(left: Spans, right: Spans) -> Spans:
    pairs = ((max(a, c), min(b, d)) for a, b in left for c, d in right)
    return tuple((low, high) for low, high in pairs if low <= high)


def _size(spans: Spans) -> int:
    return sum(high - low + 1 for low, high in spans)
