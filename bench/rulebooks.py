"""Rulebooks and cases for the bench: the shipped one, and made ones of any size, always the same."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules import Books, Facts, Value
from rules.compile import Active, active
from rules.conditions import ALWAYS, AllOf, Leaf, Op
from rules.loader import shipped
from rules.outputs import SINGLES
from rules.rulebook import Book, Rule
from rules.vocabulary import Fact, Kind, Vocabulary

ON = date(2026, 1, 1)
TOPICS = tuple(f"topic{i}" for i in range(12))
STAGES = ("intake", "office_hours", "village_visit", "joint", "follow_up")
VILLAGES = tuple(f"village{i}" for i in range(30))
LEVELS = ("village", "township", "county")
ENUMS = {
    "topic": TOPICS,
    "sub": ("a", "b", "c"),
    "phase": STAGES,
    "village": VILLAGES,
    "season": ("spring", "summer", "autumn", "winter"),
    "channel": ("web", "window"),
    "registered_by": tuple(f"user{i}" for i in range(1, 100)),
    "township": tuple(f"town{i}" for i in range(1, 10)),
}
INTS: dict[str, Sequence[int]] = {
    "amount": (0, 800, 3_000, 12_000, 60_000, 150_000, 500_000),
    "parties": range(2, 13),
    "petitions": range(5),
    "attempts": range(5),
    "days": range(41),
    "evidence": range(4),
    "complexity": range(1, 6),
    "age": range(18, 91),
    "length": range(10, 2_001),
    "load": range(21),
}
BOOLS = ("cross_village", "cross_township", "violence", "minor", "disabled", "collective",
         "contract", "urgent")  # fmt: skip
TESTS: tuple[tuple[str, Op, Sequence[str | int | bool]], ...] = (
    ("amount", Op.GTE, (1_000, 5_000, 20_000, 50_000, 100_000)),
    ("amount", Op.LT, (5_000, 30_000, 100_000, 200_000)),
    ("parties", Op.GTE, (2, 3, 5, 10)),
    ("petitions", Op.GTE, (1, 2, 3)),
    ("phase", Op.EQ, STAGES),
    ("attempts", Op.GTE, (1, 2, 3)),
    ("days", Op.GT, (3, 7, 15, 30)),
    ("evidence", Op.GTE, (1, 2, 3)),
    ("complexity", Op.GTE, (2, 3, 4)),
    ("village", Op.NEQ, VILLAGES),
    ("age", Op.GTE, (60, 70)),
    ("season", Op.EQ, ("spring", "autumn")),
    *((name, Op.EQ, (False, True)) for name in BOOLS),
)
VOCABULARY = Vocabulary.of(
    [
        *(Fact(name, Kind.ENUM, name, values) for name, values in ENUMS.items()),
        *(Fact(name, Kind.INT, name) for name in INTS),
        *(Fact(name, Kind.BOOL, name) for name in BOOLS),
        *SINGLES.values(),
    ]
)


@dataclass(frozen=True)
class Bench:
    """Books, their rules in force, and cases."""

    name: str
    books: Books
    rules: tuple[Active, ...]
    cases: tuple[Facts, ...]


def made(size: int, cases: int = 500) -> Bench:
    """Make a book of conjunctions of two to five comparisons."""
    draw = random.Random(1)  # noqa: S311 (a bench, not a secret)
    rules = tuple(_rule(draw, number) for number in range(size))
    book = Book("bench", "bench", 10, ALWAYS, rules, "0" * 64)
    books = Books(VOCABULARY, (book,), {})
    draw = random.Random(7)  # noqa: S311 (a bench, not a secret)
    return Bench(
        f"{size} rules",
        books,
        tuple(active(book, rule, {}) for rule in rules),
        tuple(_case(draw) for _ in range(cases)),
    )


def shipped_with(cases: Sequence[Facts]) -> Bench:
    """Take the rules of the county and real cases."""
    books = shipped()
    values = {name: parameter.on(ON) for name, parameter in books.parameters.items()}
    rules = [active(book, rule, values) for book in books.books for rule in book.rules_on(ON)]
    return Bench(f"shipped, {len(rules)} rules", books, tuple(rules), tuple(cases))


def leaves_of(rule: Active) -> tuple[Leaf, ...]:
    """List the comparisons of a made rule."""
    parts = rule.when.of if isinstance(rule.when, AllOf) else (rule.when,)
    return tuple(part for part in parts if isinstance(part, Leaf))


def _rule(draw: random.Random, number: int) -> Rule:
    picked = draw.sample(TESTS, draw.randint(2, 4))
    tests = [Leaf(name, op, draw.choice(values)) for name, op, values in picked]
    if draw.random() < 0.8:
        tests.insert(0, Leaf("topic", Op.EQ, draw.choice(TOPICS)))
    name = f"r{number:03}"
    sets = {"level": draw.choice(LEVELS)}
    when = AllOf(tuple(tests))
    return Rule(name, name, name, name, "INF", name, ON, None, draw.randint(1, 99), when, sets, {})


def _case(draw: random.Random) -> Facts:
    case: dict[str, Value] = {name: draw.choice(values) for name, values in ENUMS.items()}
    case |= {name: draw.choice(values) for name, values in INTS.items()}
    return case | {name: draw.random() < 0.3 for name in BOOLS}
