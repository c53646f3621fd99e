"""The golden cases of all files, asked of any set of books: which case holds which rule."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from app.cases.facts import facts_of
from app.deadlines.calendar import WorkingCalendar
from rules.deciding import decide, outcome
from rules.golden import given_of
from rules.loader import shipped
from rules.outputs import SINGLES
from rules.rulebook import Books, Rule

HERE = Path(__file__).parent / "golden"
DUE_ON = WorkingCalendar.announced().due_on
BASE = {
    "ref": "golden",
    "channel": "walk_in",
    "received_on": "2026-03-02",
    "dispute_type": "neighbor",
    "summary": "两家为过道争吵。",
    "parties": [
        {"side": "applicant", "kind": "person", "name": "甲"},
        {"side": "respondent", "kind": "person", "name": "乙"},
    ],
}


@dataclass(frozen=True)
class Held:
    """One golden case: facts, the day, and what must be answered."""

    name: str
    facts: dict[str, Any]
    on: date
    expect: dict[str, Any]

    def spoke(self) -> set[str]:
        """Name the shipped rules that count in its answer."""
        decision = decide(self.facts, on=self.on, due_on=DUE_ON, books=shipped())
        return set(decision.rule_ids)

    def unmet(self, books: Books) -> list[str]:
        """List what a set of books answers otherwise."""
        said = outcome(self.facts, on=self.on, due_on=DUE_ON, books=books).to_dict()
        return unmet(self.expect, said)


def read(file: str) -> list[Held]:
    """Read a file of golden cases: of records, merged over BASE, or of plain facts."""
    cases = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return [_of_record(case) if "record" in case else _of_facts(case) for case in cases]


def unmet(expect: dict[str, Any], said: dict[str, Any]) -> list[str]:
    """Compare an answer with what is written, and name what differs."""
    given = given_of(said) | {"desk": said["desk"]}
    given["due"] = {each["name"]: each["due_on"] for each in said["deadlines"]}
    given["within"] = {each["duty"]: each["within"] for each in said["duties"]}
    return [
        f"{key}: {wanted} ≠ {given.get(key.removeprefix('no_'))}"
        for key, wanted in expect.items()
        if not _is_met(key, wanted, given)
    ]


def _is_met(key: str, wanted: Any, given: dict[str, Any]) -> bool:
    """Lists hold what is written, `no_` lists hold none of it, days and words are equal."""
    if isinstance(wanted, dict):
        there = given["due" if key == "deadlines" else key]
        return {name: there.get(name) for name in wanted} == {k: str(v) for k, v in wanted.items()}
    if key.startswith("no_"):
        return not set(wanted) & set(given[key.removeprefix("no_")])
    return set(wanted) <= set(given[key]) if isinstance(wanted, list) else given[key] == wanted


def without(books: Books, rule: Rule) -> Books:
    """Take one rule out of the books."""
    return _changed(books, rule, ())


def otherwise(books: Books, rule: Rule) -> Books:
    """Let one rule give another answer to a single output."""
    sets = {
        name: next(value for value in SINGLES[name].values if value != given)
        for name, given in rule.sets.items()
    }
    return _changed(books, rule, (replace(rule, sets=sets),))


def _changed(books: Books, rule: Rule, by: tuple[Rule, ...]) -> Books:
    changed = tuple(
        replace(
            book,
            rules=tuple(new for each in book.rules for new in (by if each is rule else (each,))),
        )
        for book in books.books
    )
    return Books(books.vocabulary, changed, books.parameters)


def _of_record(case: dict[str, Any]) -> Held:
    record = BASE | case["record"]
    record["received_on"] = str(record["received_on"])
    on = date.fromisoformat(str(case.get("as_of", record["received_on"])))
    return Held(case["name"], facts_of(record), on, case["expect"])


def _of_facts(case: dict[str, Any]) -> Held:
    return Held(case["name"], case["facts"], shipped().turns[-1], case["expect"])
