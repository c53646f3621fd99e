"""The short grammar of a rule's `when`, read into conditions; every refusal names its place.

when:
  dispute_type: [neighbor, damage]        one of
  tenure: true                            is
  claimant_people: {at_least: $wage_workers} compared with a dated parameter
  failed_by: {has: village}               a list that contains
  scope: {known: false}                   not known
  any: [{...}, {...}]                     one branch is enough
  not: {...}                              plain negation
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from rules.conditions import OPS, AllOf, AnyOf, Condition, Leaf, Not, Op, Param
from rules.vocabulary import Fact, Kind, RuleError, Scalar, Vocabulary

MAX_CHOICES = 20
MAX_DEPTH = 12
WORDS = (
    "is", "is_not", "in", "at_least", "at_most", "more_than", "less_than", "has", "has_any",
    "known",
)  # fmt: skip


def parse(data: object, vocabulary: Vocabulary, where: str, depth: int = 0) -> Condition:
    """Read a condition from plain data; raise RuleError with a path."""
    if depth > MAX_DEPTH:
        raise RuleError(where, f"条件嵌套超过 {MAX_DEPTH} 层", "请拆成几条规则")
    if not isinstance(data, Mapping):
        what = f"条件应为“事实: 比较”，得到 {data!r}"
        raise RuleError(where, what, "例如 tenure: true；总是成立写 {}")
    parts = tuple(
        _part(name, test, vocabulary, f"{where}.{name}", depth + 1) for name, test in data.items()
    )
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _part(name: str, test: object, vocabulary: Vocabulary, where: str, depth: int) -> Condition:
    if name in ("all", "any"):
        if not isinstance(test, list) or not test:
            raise RuleError(where, "应为至少一个分支的列表", "没有分支的条件永不成立，请删去或补上")
        of = tuple(parse(each, vocabulary, f"{where}[{i}]", depth) for i, each in enumerate(test))
        return AllOf(of) if name == "all" else AnyOf(of)
    if name == "not":
        return Not(parse(test, vocabulary, where, depth))
    fact = vocabulary.facts.get(name)
    if fact is None:
        raise RuleError(where, f"词汇表里没有 {name}", vocabulary.nearest(name))
    return _test(fact, test, where)


def _test(fact: Fact, test: object, where: str) -> Condition:
    if isinstance(test, list):
        if fact.kind is Kind.TAGS:
            what = f"“{fact.label}”是列表，不能直接写几个值"
            raise RuleError(where, what, "请写 {has_any: [...]}")
        return _compare(fact, "in", test, where)
    if not isinstance(test, Mapping):
        return _compare(fact, "is", test, where)
    if not test:
        raise RuleError(where, "没有写比较", f"可用：{'、'.join(WORDS)}")
    parts = tuple(_compare(fact, word, value, f"{where}.{word}") for word, value in test.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _compare(fact: Fact, word: str, value: object, where: str) -> Condition:
    if word == "known":
        if not isinstance(value, bool):
            raise RuleError(where, f"{value!r} 不是 true 或 false", "已知写 true，未知写 false")
        return Leaf(fact.name, Op.PRESENT if value else Op.MISSING)
    if word == "has_any":
        tags = _choices(fact, value, where)
        return AnyOf(tuple(Leaf(fact.name, Op.HAS, tag) for tag in tags))
    if word not in WORDS:
        near = get_close_matches(word, WORDS, n=1, cutoff=0.4)
        raise RuleError(where, f"没有 {word} 这种比较", f"是否想写 {(near or WORDS)[0]}？")
    if Op(word) not in OPS[fact.kind]:
        can = "、".join(sorted(op for op in OPS[fact.kind] if op in WORDS))
        raise RuleError(where, f"“{fact.label}”不能用 {word}", f"可用：{can}")
    return Leaf(fact.name, Op(word), _constant(fact, Op(word), value, where))


def _constant(fact: Fact, op: Op, value: object, where: str) -> Scalar | Param | tuple[Scalar, ...]:
    if op is Op.IN:
        return _choices(fact, value, where)
    if fact.kind is Kind.INT and isinstance(value, str) and value.startswith("$"):
        return Param(value[1:])
    return checked(fact, value, where)


def _choices(fact: Fact, value: object, where: str) -> tuple[Scalar, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_CHOICES:
        raise RuleError(where, f"应为 1 到 {MAX_CHOICES} 个值的列表", "更多的值请拆成几条规则")
    return tuple(dict.fromkeys(checked(fact, each, where) for each in value))


def checked(fact: Fact, value: Any, where: str) -> Scalar:  # noqa: ANN401 (whatever YAML held)
    """Give the constant back if the fact may have it; raise RuleError otherwise."""
    if fact.fits(value):
        found: Scalar = value
        return found
    if isinstance(value, bool) and fact.kind is Kind.ENUM:
        what = f"{value!r} 不是“{fact.label}”的值"
        raise RuleError(where, what, '在 YAML 里 yes、no、on、off 是真假，请加引号，如 "no"')
    raise RuleError(where, f"{value!r} 不是“{fact.label}”的值", fact.wanted(value))
