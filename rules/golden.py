"""A golden case: facts written down with the answer they must always get, for any set of books.

facts:  {dispute_type: labor, applicants: 12}     words of the vocabulary
expect: {admissible: "yes", level: county, duties: [...], no_papers: [...]}

Single answers must be equal; of a list, what is written must be among the answers; with `no_` before
it, none of it may be. Deadlines and papers go by their names. The books speak as of their last day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any

from rules import yaml_files
from rules.deciding import outcome
from rules.decision import CONTRACT
from rules.fields import FieldReader
from rules.outputs import COLLECTED, SINGLES
from rules.rulebook import Books
from rules.vocabulary import FactError, Facts, RuleError

ELSEWHERE = ("may_mediate", "subsidy_due", "subsidy_grade")  # no answers about a case's way
SINGLE = tuple(name for name in SINGLES if name not in ELSEWHERE)
LISTED = tuple(name for name in COLLECTED if name in CONTRACT)
NOT = "no_"
KEYS = (*SINGLE, *LISTED, *(f"{NOT}{name}" for name in LISTED))


@dataclass(frozen=True)
class Golden:
    """One case; `expect` maps an output to a word (None: nothing) or to a list of names."""

    facts: Facts
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class Miss:
    """One expectation that the books do not meet."""

    output: str
    wanted: Any
    given: Any


def read_golden(text: str, where: str) -> Golden:
    """Read the YAML of one case; RuleError says where, why, and what would be right."""
    fields = FieldReader(yaml_files.parse(text, where), where, {"facts", "expect"}, set())
    facts = _mapping(fields, "facts")
    expect = _mapping(fields, "expect")
    for name, wanted in expect.items():
        _check(f"{where} expect.{name}", name, wanted)
    return Golden(facts, expect)


def misses(golden: Golden, books: Books) -> list[Miss]:
    """List what the books answer otherwise; RuleError for a fact that they do not know."""
    last = books.turns[-1]
    try:
        decision = outcome(golden.facts, on=last, due_on=_plainly, books=books.frozen_at(last))
    except FactError as error:
        where = f"facts.{error.fact}"
        raise RuleError(where, error.what, error.instead) from error
    return list(_unmet(golden.expect, given_of(decision.to_dict())))


def given_of(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a decision out as expectations are written: single words, and lists of names."""
    desk = answer["desk"] or {}
    singles = {name: desk.get(name) if name not in answer else answer[name] for name in SINGLE}
    return singles | {name: [_name(item) for item in answer[name]] for name in LISTED}


def _mapping(fields: FieldReader, key: str) -> Mapping[str, Any]:
    value = fields.data[key]
    if not isinstance(value, Mapping) or not value:
        raise fields.wrong(key, "应为“键: 值”，至少一项", "例如 facts: {dispute_type: labor}")
    return value


def _check(where: str, name: str, wanted: object) -> None:
    if name not in KEYS:
        near = get_close_matches(name, KEYS, n=1, cutoff=0.4)
        instead = f"是否想写 {near[0]}？" if near else f"可写：{'、'.join(KEYS)}"
        raise RuleError(where, "没有这个结论", instead)
    if name not in SINGLE:
        if not isinstance(wanted, list) or not all(isinstance(one, str) for one in wanted):
            raise RuleError(where, "应为名称的列表", "例如 [T12]")
    elif wanted is not None and not SINGLES[name].fits(wanted):
        raise RuleError(
            where, f"{wanted!r} 不是“{SINGLES[name].label}”", SINGLES[name].wanted(wanted)
        )


def _unmet(expect: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[Miss]:
    for key, wanted in expect.items():
        name = key.removeprefix(NOT)
        answer = given[name]
        if name in SINGLE:
            is_met = answer == wanted
        elif key == name:
            is_met = set(wanted) <= set(answer)
        else:
            is_met = not set(wanted) & set(answer)
        if not is_met:
            yield Miss(key, wanted, answer)


def _name(item: Any) -> str:  # noqa: ANN401 (any collected item)
    return item if isinstance(item, str) else str(next(iter(item.values())))


def _plainly(start: date, days: int, _counting: str) -> date:
    """Count without a calendar: a golden case names its deadlines, not their last days."""
    return start + timedelta(days=days)
