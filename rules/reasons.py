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
from rules.sight import Failing, union
from rules.vocabulary import Facts

REST = "本规则集其余规则看过下列事实，都不适用"


def reasons(plan: Plan, run: Run, failing: Failing, counted: set[Active]) -> tuple[Reason, ...]:
    """List the rules that counted, each book closed by the facts that kept the others silent."""
    spoke: dict[Book, list[Active]] = {}
    for active in run.spoken:
        if active in counted:
            spoke.setdefault(active.book, []).append(active)
    failed = union(failing.values())
    found: list[Reason] = []
    for book, branches in plan.sight.books.items():
        own = spoke.get(book, [])
        found += [_reason(active, run.known) for active in own]
        looked = {fact for active in own for fact in active.looks_at}
        rest = silencers(failing, branches & failed, looked)
        if any(fact not in SINGLES for fact in rest):
            facts = {fact: run.known.get(fact) for fact in sorted(rest)}
            found.append(Reason(book.name, f"{book.name}-rest", REST, book.title, facts))
    return tuple(found)


def silencers(failing: Failing, silent: int, looked: Iterable[str]) -> list[str]:
    """Choose few facts, one failing in each silent branch; skip what was already looked at."""
    for fact in looked:
        silent &= ~failing.get(fact, 0)
    found: list[str] = []
    for fact, bits in failing.items():
        if not silent:
            break
        if bits & silent:
            found.append(fact)
            silent &= ~bits
    return found


def _reason(active: Active, known: Facts) -> Reason:
    rule = active.rule
    facts = {fact: known.get(fact) for fact in active.looks_at}
    return Reason(active.book.name, rule.id, active.because, rule.reference, facts)
