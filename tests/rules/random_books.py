"""Random rulebooks and cases over a vocabulary that bites: quotes, backslashes, emoji, ±2^53."""

import random
from datetime import date

from rules.conditions import ALWAYS, OPS, AllOf, AnyOf, Condition, Leaf, Not, Op
from rules.normalise import alternatives
from rules.rulebook import Book, Books, Rule
from rules.vocabulary import MAX_INT, Fact, Facts, Kind, RuleError, Value, Vocabulary

ON = date(2026, 1, 1)
MAX_RULES = 90
DEPTH = 3
EDGES = (-MAX_INT, MAX_INT, 2**31, -1)
WORDS = ("承包地", "宅基地", "邻里", "it's", 'a"b', "a\\b", "ab", "ab c", "", "😀", "x" * 200)
VOCABULARY = Vocabulary.of(
    [
        Fact("类别", Kind.ENUM, "类别", WORDS),
        Fact("stage_now", Kind.ENUM, "阶段", ("intake", "visit", "joint")),
        Fact("tags", Kind.TAGS, "标签", ("暴力", "老人", "群体", "媒体")),
        Fact("amount", Kind.INT, "金额", unit="分"),
        Fact("days", Kind.INT, "天数", unit="天"),
        Fact("people", Kind.INT, "人数", unit="人"),
        Fact("crosses_village", Kind.BOOL, "跨村"),
        Fact("crosses_town", Kind.BOOL, "跨乡镇"),
    ]
)


def rulebook(draw: random.Random) -> Books:
    """Draw a book; rules that multiply out beyond the limits are left out."""
    rules = []
    for number in range(draw.randint(1, MAX_RULES)):
        when = condition(draw, DEPTH)
        try:
            alternatives(when, "fuzz")
        except RuleError:
            continue
        adds = {"joint_with": ({"text": str(number)},)}
        name = f"r{number}"
        rules.append(Rule(name, name, name, name, "INF", name, ON, None, 50, when, {}, adds))
    return Books(VOCABULARY, (Book("fuzz", "fuzz", 10, ALWAYS, tuple(rules), "0" * 64),), {})


def condition(draw: random.Random, depth: int) -> Condition:
    """Draw a condition of at most `depth` levels."""
    dice = draw.random()
    if depth == 0 or dice < 0.3:
        return leaf(draw)
    if dice < 0.45:
        return Not(condition(draw, depth - 1))
    parts = tuple(condition(draw, depth - 1) for _ in range(draw.randint(1, 3)))
    return draw.choice((AllOf, AnyOf))(parts)


def leaf(draw: random.Random) -> Leaf:
    """Draw one comparison that the vocabulary allows."""
    fact = draw.choice(list(VOCABULARY.facts.values()))
    op = draw.choice(sorted(OPS[fact.kind]))
    if op in (Op.MISSING, Op.PRESENT):
        return Leaf(fact.name, op)
    if op is Op.IN:
        choices = [constant(draw, fact) for _ in range(draw.randint(1, 4))]
        return Leaf(fact.name, op, tuple(dict.fromkeys(choices)))
    return Leaf(fact.name, op, constant(draw, fact))


def constant(draw: random.Random, fact: Fact) -> str | int | bool:
    """Draw a value a rule may compare the fact with."""
    if fact.kind is Kind.INT:
        return draw.choice(EDGES) if draw.random() < 0.1 else draw.randint(-3, 8)
    return draw.choice((False, True)) if fact.kind is Kind.BOOL else draw.choice(fact.values)


def case(draw: random.Random) -> Facts:
    """Draw a case; a fifth of the facts is unknown."""
    return {
        name: value(draw, fact) for name, fact in VOCABULARY.facts.items() if draw.random() >= 0.2
    }


def value(draw: random.Random, fact: Fact) -> Value:
    """Draw a value a case may have."""
    if fact.kind is Kind.TAGS:
        return [tag for tag in fact.values if draw.random() < 0.3]
    return constant(draw, fact)
