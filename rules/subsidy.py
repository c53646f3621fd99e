"""以案定补: whether a closed case earns its mediator a subsidy, at which grade, how much, and why."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rules.collect import collect
from rules.loader import load
from rules.matching import run
from rules.plan import plan_for
from rules.rulebook import Books
from rules.vocabulary import Facts

BOOKS = Path(__file__).parent / "books_of_subsidy"
USUAL = "usual"
UNRULED = "这一天还没有施行的规定"


@dataclass(frozen=True)
class Earned:
    """What one case earns: nothing where `is_due` is false; `because` says why either way."""

    is_due: bool
    grade: str
    yuan: int
    because: str
    reference: str


@dataclass(frozen=True)
class Rate:
    """One grade's amount on a day, and which cases are of the grade."""

    grade: str
    title: str
    because: str
    yuan: int


@cache
def books() -> Books:
    """Load the books about the subsidy, once."""
    return load(BOOKS)


def earned(facts: Facts, on: date, by: Books | None = None) -> Earned:
    """Judge one case by the rules in force on the day it was closed.

    Raises FactError for a fact no rule may see. Before the first rule nothing is earned.
    """
    known = by or books()
    known.vocabulary.check(facts)
    if not _is_ruled(known, on):
        return Earned(is_due=False, grade=USUAL, yuan=0, because=UNRULED, reference="")
    asked = run(plan_for(known, on), facts)
    grade = str(asked.settled.get("subsidy_grade", USUAL))
    is_due = asked.settled.get("subsidy_due") == "yes"
    told = next((one for one in asked.winners if "subsidy_due" in one.rule.sets), None)
    return Earned(
        is_due,
        grade,
        _rates(known, on).get(grade, 0) if is_due else 0,
        told.because if told else UNRULED,
        told.rule.reference if told else "",
    )


def rates_on(on: date, by: Books | None = None) -> list[Rate]:
    """List the grades with their amounts on a day, the smallest first."""
    known = by or books()
    if not _is_ruled(known, on):
        return []
    amounts = _rates(known, on)
    active = [one for step in plan_for(known, on).steps for one in step.active]
    said = {
        str(one.rule.sets["subsidy_grade"]): one
        for one in active
        if "subsidy_grade" in one.rule.sets
    }
    found = [
        Rate(grade, one.rule.title, one.because, amounts.get(grade, 0))
        for grade, one in said.items()
    ]
    return sorted(found, key=lambda rate: rate.yuan)


def _is_ruled(known: Books, on: date) -> bool:
    return any(book.rules_on(on) for book in known.books)


def _rates(known: Books, on: date) -> dict[str, int]:
    items = collect(run(plan_for(known, on), {}).spoken).items.get("subsidy_rates", {})
    return {str(item["grade"]): int(item["yuan"]) for _, item in items.values()}
