"""Held against tables of others: public decision tables with results that somebody else wrote down.

The tables of the DMN TCK (level 2), of KIE's table analysis and of GoRules that fit our vocabulary,
said in our own words: facts, ranks for the hit policy, answers. Beyond the few cases that come
with them every table is asked about every boundary, and a plain reading of the rows must agree.
"""

import itertools
import operator
import re
from dataclasses import dataclass
from datetime import date

import pytest

from rules.analysis import analyse
from rules.collect import collect
from rules.conditions import ALWAYS, AllOf, Leaf, Op
from rules.matching import agrees, run
from rules.plan import plan_for
from rules.rulebook import Book, Books, Rule
from rules.vocabulary import Fact, Kind, Vocabulary

ON = date(2026, 1, 1)
ANY = "-"
SIGNS = {
    ">=": (Op.GTE, operator.ge), "<=": (Op.LTE, operator.le),
    ">": (Op.GT, operator.gt), "<": (Op.LT, operator.lt),
}  # fmt: skip
AGE = Fact("age", Kind.INT, "年龄")
RISK = Fact("risk_category", Kind.ENUM, "类别", ("High", "Low", "Medium"))
AFFORDABLE = Fact("is_affordable", Kind.BOOL, "可负担")
LOAN = (AGE, RISK, AFFORDABLE)
FIRST_CASES = (
    ((18, "Medium", True), "blue"),
    ((17, "Medium", True), "red"),
    ((18, "High", True), "red"),
)


@dataclass(frozen=True)
class Table:
    """Rows of cells and one answer; `order` lists answers from the strongest (PRIORITY only)."""

    name: str
    policy: str
    inputs: tuple[Fact, ...]
    rows: tuple[tuple[str, ...], ...]
    cases: tuple[tuple[tuple[object, ...], object], ...] = ()
    order: tuple[str, ...] = ()
    overlaps: frozenset[tuple[int, int]] = frozenset()
    shadowed: frozenset[tuple[int, int]] = frozenset()

    @property
    def is_collected(self):
        return self.policy in ("COLLECT", "OUTPUT ORDER")


# A weakest row without conditions (0007) is a fallback to us, which others count as an overlap.
# Answers of one value are said as a risk color: Approved blue, Declined red, and so on.
TABLES = (
    Table("TCK 0004 U", "UNIQUE", LOAN, (
        (">=18", "Medium,Low", "true", "blue"), ("<18", "Medium,Low", "true", "red"),
        (ANY, "High", "true", "red"), (ANY, ANY, "false", "red")), FIRST_CASES),
    Table("TCK 0005 A", "ANY", LOAN, (
        (">=18", "Medium,Low", "true", "blue"), ("<18", ANY, ANY, "red"),
        (ANY, "High", ANY, "red"), (ANY, ANY, "false", "red")), FIRST_CASES),
    Table("TCK 0006 P1", "PRIORITY", LOAN, (
        (">=18", "Medium,Low", "true", "blue"), ("<18", ANY, ANY, "red"),
        (ANY, "High", ANY, "red"), (ANY, ANY, "false", "red")), FIRST_CASES, ("blue", "red")),
    Table("TCK 0007 P2", "PRIORITY", LOAN, (
        (">=18", "Medium,Low", "true", "blue"), (ANY, ANY, ANY, "red")),
        FIRST_CASES, ("blue", "red"), overlaps=frozenset({(1, 2)})),
    Table("TCK 0111 FIRST", "FIRST", (AGE,), ((">18", "red"), (">12", "orange"), (">0", "blue")),
        (((19,), "red"), ((13,), "orange"), ((5,), "blue")),
        overlaps=frozenset({(1, 2), (1, 3), (2, 3)})),
    Table("TCK 0113 OUTPUT ORDER", "OUTPUT ORDER", (AGE,),
        ((">=18", "Approved"), ("<18", "Declined"), (">=0", "Approved")),
        (((17,), {"Approved", "Declined"}), ((19,), {"Approved"}), ((10,), {"Approved", "Declined"}))),
    Table("TCK 0119 COLLECT", "COLLECT", LOAN, (
        (">=18", "Medium,Low", "true", "Approved Basic"), ("<18", ANY, ANY, "Declined Standard"),
        (ANY, "High", ANY, "Approved Standard")),
        (((17, "High", True), {"Declined Standard", "Approved Standard"}),
         ((19, "Low", True), {"Approved Basic"}), ((10, "Low", True), {"Declined Standard"}))),
    Table("KIE GapsAndOverlaps1", "FIRST", (Fact("x", Kind.INT, "甲"), Fact("y", Kind.INT, "乙")), (
        ("[0..4]", "[0..2]", "red"), ("[1..3]", "[5..6]", "orange"),
        ("[2..5]", "[1..4]", "yellow"), ("[6..7]", "[0..3]", "blue")),
        overlaps=frozenset({(1, 3)})),
    Table("KIE MaskTest", "PRIORITY", LOAN, (
        (">=18", "Medium,Low", "true", "blue"), (ANY, ANY, ANY, "red")), order=("red", "blue"),
        overlaps=frozenset({(1, 2)}), shadowed=frozenset({(1, 2)})),
    Table("KIE Subsumption", "PRIORITY", (AGE, AFFORDABLE), (
        ("<18", ANY, "blue"), (">=18", ANY, "red"), (">21", "false", "orange"), (">21", "true", "red")),
        order=("red", "orange", "blue"),
        overlaps=frozenset({(2, 3)}), shadowed=frozenset({(2, 3)})),
    Table("GoRules customer-service-escalation", "FIRST", (
        Fact("tier", Kind.ENUM, "客户", ("premium", "standard", "trial")),
        Fact("complexity", Kind.ENUM, "难度", ("high", "medium", "low")),
        Fact("impact", Kind.INT, "损失")), (
        ("premium", "high", ">5000", "red"), ("premium", "high", "<=5000", "orange"),
        ("premium", "medium,low", ">1000", "orange"), ("standard", "high", ">2000", "orange"),
        ("standard", "medium", ">5000", "orange"), ("trial", "high", ">5000", "orange"),
        (ANY, ANY, ANY, "blue")), ((("premium", "high", 7500), "red"),)),
)  # fmt: skip


def leaves(fact, cell):
    """Say one cell as comparisons of ours."""
    if cell == ANY:
        return ()
    if fact.kind is Kind.BOOL:
        return (Leaf(fact.name, Op.EQ, cell == "true"),)
    if fact.kind is Kind.ENUM:
        return (Leaf(fact.name, Op.IN, tuple(cell.split(","))),)
    if cell.startswith("["):
        low, high = bounds(cell)
        return Leaf(fact.name, Op.GTE, low), Leaf(fact.name, Op.LTE, high)
    sign, number = signed(cell)
    return (Leaf(fact.name, SIGNS[sign][0], number),)


def bounds(cell):
    low, high = cell.strip("[]").split("..")
    return int(low), int(high)


def signed(cell):
    sign, number = re.fullmatch(r"([<>]=?)(\d+)", cell).groups()
    return sign, int(number)


def rank(table, place, answer):
    if table.policy == "FIRST":
        return 90 - place
    return 90 - table.order.index(answer) if table.policy == "PRIORITY" else 50


def books(table):
    rules = []
    for place, (*cells, answer) in enumerate(table.rows, 1):
        when = AllOf(
            tuple(
                leaf
                for fact, cell in zip(table.inputs, cells, strict=True)
                for leaf in leaves(fact, cell)
            )
        )
        sets = {} if table.is_collected else {"risk": answer}
        adds = {"joint_with": ({"text": answer},)} if table.is_collected else {}
        name = f"r{place}"
        rules.append(
            Rule(
                name, name, name, name, "INF", name, ON, None, rank(table, place, answer),
                when, sets, adds,
            )
        )  # fmt: skip
    book = Book("table", "table", 10, ALWAYS, tuple(rules), "0" * 64)
    return Books(Vocabulary.of(table.inputs), (book,), {})


def fits(cell, value):
    """Read one cell plainly, with none of our machinery."""
    if cell == ANY:
        return True
    if isinstance(value, bool):
        return cell == ("true" if value else "false")
    if isinstance(value, str):
        return value in cell.split(",")
    if cell.startswith("["):
        low, high = bounds(cell)
        return low <= value <= high
    sign, number = signed(cell)
    return SIGNS[sign][1](value, number)


def plainly(table, inputs):
    """Read the whole table plainly: rows that fit, then the hit policy."""
    hits = [answer for *cells, answer in table.rows if all(map(fits, cells, inputs))]
    if table.is_collected:
        return set(hits)
    if table.policy == "PRIORITY":
        return min(hits, key=table.order.index, default=None)
    if table.policy in ("UNIQUE", "ANY"):
        assert len(set(hits)) <= 1
    return hits[0] if hits else None


def ours(table, plan, inputs):
    facts = {fact.name: value for fact, value in zip(table.inputs, inputs, strict=True)}
    asked = run(plan, facts)
    assert agrees(plan.matcher, asked)
    if table.is_collected:
        return set(collect(asked.spoken).texts("joint_with"))
    return asked.settled.get("risk")


def values(table, column):
    """Give every value of a column, numbers around each boundary."""
    fact = table.inputs[column]
    if fact.kind is Kind.BOOL:
        return (False, True)
    if fact.kind is Kind.ENUM:
        return fact.values
    numbers = {int(n) for row in table.rows for n in re.findall(r"\d+", row[column])}
    return sorted({n + d for n in numbers for d in (-1, 0, 1)})


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_results_that_others_wrote_down(table):
    plan = plan_for(books(table), ON)
    for inputs, wanted in table.cases:
        assert ours(table, plan, inputs) == wanted


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_boundary_is_answered_as_the_rows_read(table):
    plan = plan_for(books(table), ON)
    grid = itertools.product(*(values(table, column) for column in range(len(table.inputs))))
    for inputs in grid:
        assert ours(table, plan, inputs) == plainly(table, inputs), inputs


@pytest.mark.parametrize(
    "table", [t for t in TABLES if not t.name.startswith("GoRules")], ids=lambda table: table.name
)
def test_the_analysis_finds_what_others_found_and_nothing_else(table):
    found = {"overlaps": set(), "shadowed": set(), "conflicts": set(), "dead": set()}
    for one in analyse(books(table)):
        found[one.kind].add(tuple(sorted(int(rule[1:]) for rule in one.rules)))
        if one.witness:
            inputs = [one.witness[fact.name] for fact in table.inputs if fact.name in one.witness]
            if len(inputs) == len(table.inputs):
                rows = [table.rows[int(rule[1:]) - 1] for rule in one.rules]
                assert all(all(map(fits, row[:-1], inputs)) for row in rows)
    assert found == {
        "overlaps": set(table.overlaps), "shadowed": set(table.shadowed),
        "conflicts": set(), "dead": set(),
    }  # fmt: skip


def test_a_unique_table_made_wrong_is_caught():
    """The oracle is worth what it catches: one cell changed, and equal ranks differ somewhere."""
    (*first, _), *others = TABLES[0].rows
    wrong = Table("wrong", "UNIQUE", LOAN, ((ANY, *first[1:], "blue"), *others))
    kinds = {one.kind for one in analyse(books(wrong))}
    assert "conflicts" in kinds
