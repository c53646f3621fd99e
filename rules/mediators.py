"""指定调解员: who may take a case, who suits it best, and why; the person who assigns decides.

The same facts give the same order: points first, then the smaller load, then the name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rules.collect import collect
from rules.decision import Reason
from rules.loader import load
from rules.matching import agrees, run
from rules.plan import plan_for
from rules.rulebook import Books
from rules.vocabulary import Facts

BOOKS = Path(__file__).parent / "books_of_mediators"
ORDER = ("yes", "ask", "no")


@dataclass(frozen=True)
class Candidate:
    """A mediator as the rules see them for one case; `key` is the caller's own name for them."""

    key: str
    name: str
    facts: Facts


@dataclass(frozen=True)
class Suggestion:
    """Whether a candidate may mediate, with how many points, and the rules that said so."""

    key: str
    name: str
    may_mediate: str
    points: int
    open_cases: int
    reasons: tuple[Reason, ...]
    engine_agrees: bool


@cache
def books() -> Books:
    """Load the books about mediators, once."""
    return load(BOOKS)


def suggest(
    candidates: Iterable[Candidate], *, on: date, by: Books | None = None
) -> list[Suggestion]:
    """Order the candidates for one case, the best first; those who may not come last.

    Raises FactError for a fact no rule may see.
    """
    found = [_look(candidate, by or books(), on) for candidate in candidates]
    return sorted(
        found,
        key=lambda each: (
            ORDER.index(each.may_mediate), -each.points, each.open_cases, each.name, each.key,
        ),
    )  # fmt: skip


def points_on(on: date) -> dict[str, int]:
    """Say how many points each rule gives on a day."""
    active = (one for step in plan_for(books(), on).steps for one in step.active)
    return {
        one.rule.id: sum(int(item["points"]) for item in one.adds["merits"])
        for one in active
        if "merits" in one.adds
    }


def _look(candidate: Candidate, by: Books, on: date) -> Suggestion:
    by.vocabulary.check(candidate.facts)
    plan = plan_for(by, on)
    asked = run(plan, candidate.facts)
    merits = collect(asked.spoken).items.get("merits", {})
    counted = asked.winners | {active for active, _ in merits.values()}
    spoke = [active for active in asked.spoken if active in counted]
    load_now = candidate.facts.get("open_cases", 0)
    return Suggestion(
        key=candidate.key,
        name=candidate.name,
        may_mediate=str(asked.settled.get("may_mediate", "ask")),
        points=sum(int(item["points"]) for _, item in merits.values()),
        open_cases=load_now if isinstance(load_now, int) else 0,
        reasons=tuple(
            Reason(
                active.book.name,
                active.rule.id,
                active.because,
                active.rule.reference,
                {fact: candidate.facts.get(fact) for fact in active.looks_at},
            )
            for active in spoke
        ),
        engine_agrees=agrees(plan.matcher, asked),
    )
