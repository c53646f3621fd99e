"""Why: every rule that counted with the facts it looked at, and why the rest kept silent.

Together the facts named in the reasons of a decision are enough for it: changing any other
fact cannot change the outcome.
"""

from collections.abc import Iterable
from itertools import groupby

from rules.compile import Active
from rules.decision import Reason
from rules.matching import Run
from rules.outputs import SINGLES
from rules.plan import Plan
from rules.sight import Branch, Sight
from rules.vocabulary import Facts

REST = "本规则集其余规则看过下列事实，都不适用"


def reasons(plan: Plan, run: Run, truth: int, counted: Iterable[Active]) -> tuple[Reason, ...]:
    """List the rules that counted, each book closed by the facts that kept the others silent."""
    own = set(counted)
    found: list[Reason] = []
    for branches in plan.sight.steps:
        for book, of_book in groupby(branches, key=lambda branch: branch.active.book):
            group = list(of_book)
            spoke = list(dict.fromkeys(b.active for b in group if b.active in own))
            found += [_reason(active, run.known) for active in spoke]
            looked = {fact for active in spoke for fact in active.looks_at}
            rest = silencers(plan.sight, group, truth, looked)
            if rest - SINGLES.keys():
                facts = {fact: run.known.get(fact) for fact in sorted(rest)}
                found.append(Reason(book.name, f"{book.name}-rest", REST, book.title, facts))
    return tuple(found)


def silencers(
    sight: Sight, branches: Iterable[Branch], truth: int, looked: Iterable[str]
) -> set[str]:
    """Choose few facts, one failing in each silent branch; skip facts already named."""
    shown = sum(sight.all_of(fact) for fact in looked)
    found: set[str] = set()
    for branch in branches:
        missing = branch.mask & ~truth
        if missing and not missing & shown:
            fact = sight.fact_of[missing & -missing]
            found.add(fact)
            shown |= sight.all_of(fact)
    return found


def _reason(active: Active, known: Facts) -> Reason:
    rule = active.rule
    facts = {fact: known.get(fact) for fact in active.looks_at}
    return Reason(active.book.name, rule.id, active.because, rule.reference, facts)
