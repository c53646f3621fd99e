"""A set of books made ready for one period of days, kept while it is in use."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rules.compile import Step, steps, together
from rules.engine import Matcher, matcher
from rules.rulebook import Books
from rules.sight import Sight


@dataclass(frozen=True, eq=False)
class Plan:
    """Steps, all of them inside the engine (None: no engine here), and the same rules as bits."""

    steps: tuple[Step, ...]
    matcher: Matcher | None
    sight: Sight


def plan_for(books: Books, on: date) -> Plan:
    """Give the plan of a day; days on which the same rules hold share one."""
    return _plan(books, _turn(books, on))


@lru_cache(maxsize=1024)
def _turn(books: Books, on: date) -> date:
    return books.turn_of(on)


@lru_cache(maxsize=8)
def _plan(books: Books, turn: date) -> Plan:
    found = steps(books, turn)
    return Plan(found, matcher(together(found)), Sight(found, books.vocabulary))
