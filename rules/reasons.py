"""Why: every rule that counted with the facts it looked at, and why the rest kept silent.

Together the facts named in the reasons of a decision are enough for it: changing any other
fact cannot change the outcome.
"""

from collections.abc import Iterable

from rules.compile import Active
from rules.decision import Reason
from rules.matching import Run
from rules.outputs import SINGLES
from rules.plan import Plan
from rules.rulebook import Book
from rules.sight import Sight
from rules.vocabulary import Facts

REST = "本规则集其余规则看过下列事实，都不适用"


def reasons(plan: Plan, run: Run, truth: int, counted: set[Active]) -> tuple[Reason, ...]:
    """List the rules that counted, each book closed by the facts that kept the others silent."""
    spoke: dict[Book, list[Active]] = {}
    for active in run.spoken:
        if active in counted:
            spoke.setdefault(active.book, []).append(active)
    found: list[Reason] = []
    for book, masks in plan.sight.books.items():
        own = spoke.get(book, [])
        found += [_reason(active, run.known) for active in own]
        rest = silencers(plan.sight, masks, truth, own)
        if rest - SINGLES.keys():
            facts = {fact: run.known.get(fact) for fact in sorted(rest)}
            found.append(Reason(book.name, f"{book.name}-rest", REST, book.title, facts))
    return tuple(found)


def silencers(sight: Sight, masks: Iterable[int], truth: int, named: Iterable[Active]) -> set[str]:
    """Choose few facts, one failing in each silent branch; skip what the named rules looked at."""
    shown = 0
    for active in named:
        shown |= sight.looked[active]
    off = ~truth
    found: set[str] = set()
    for mask in masks:
        missing = mask & off
        if missing and not missing & shown:
            fact = sight.fact_of[missing & -missing]
            found.add(fact)
            shown |= sight.all_of(fact)
    return found


def _reason(active: Active, known: Facts) -> Reason:
    rule = active.rule
    facts = {fact: known.get(fact) for fact in active.looks_at}
    return Reason(active.book.name, rule.id, active.because, rule.reference, facts)
