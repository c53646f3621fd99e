"""Each rule about mediators and about the ladder is held too: without it a written answer changes."""

from datetime import date

import pytest

from rules import ladder, mediators
from rules.ladder import steps_on
from rules.mediators import Candidate, suggest
from tests.rules.held import without

ON = date(2026, 3, 2)
# What is known of a mediator, whether they may, with how many points.
MEDIATORS = [
    ({"is_serving": True, "open_cases": 5}, "yes", 0),
    ({"is_serving": False, "open_cases": 5}, "no", 0),
    ({"is_serving": True, "recusal": "raised", "open_cases": 5}, "ask", 0),
    ({"is_serving": True, "recusal": "replaced", "open_cases": 5}, "no", 0),
    ({"is_serving": True, "recusal": "stays", "open_cases": 5}, "yes", 0),
    ({"needs_language": True, "speaks_language": True, "open_cases": 5}, "yes", 40),
    ({"in_committee": True, "open_cases": 5}, "yes", 30),
    ({"same_township": True, "open_cases": 5}, "yes", 15),
    ({"same_township": True, "same_village": True, "open_cases": 5}, "yes", 25),
    ({"knows_type": True, "open_cases": 5}, "yes", 20),
    ({"is_full_time": True, "open_cases": 5}, "yes", 5),
    ({"open_cases": 2}, "yes", 10),
    ({"open_cases": 3}, "yes", 0),
    ({"open_cases": 10}, "yes", -20),
]
LADDERS = {
    False: ["reminder -3", "due_today 0", "overdue 1", "explain 3", "order 7", "talk 15"],
    True: ["reminder -3", "due_today 0", "lapsed 1"],
}


def suggested(facts, by=None):
    (said,) = suggest([Candidate("", "", facts)], on=ON, by=by)
    return said.may_mediate, said.points


def rungs(by=None):
    return {
        is_window: [f"{each.rung} {each.day}" for each in steps_on(ON, is_window=is_window, by=by)]
        for is_window in LADDERS
    }


@pytest.mark.parametrize(("facts", "may", "points"), MEDIATORS)
def test_who_may_and_with_how_many_points(facts, may, points):
    assert suggested(facts) == (may, points)


def test_the_rungs_of_a_term_and_of_a_window():
    assert rungs() == LADDERS


@pytest.mark.parametrize(
    "rule", [rule for book in mediators.books().books for rule in book.rules], ids=lambda r: r.id
)
def test_every_rule_about_mediators_is_held(rule):
    changed = without(mediators.books(), rule)
    assert any(suggested(facts, changed) != (may, points) for facts, may, points in MEDIATORS)


@pytest.mark.parametrize(
    "rule", [rule for book in ladder.books().books for rule in book.rules], ids=lambda r: r.id
)
def test_every_rung_is_held(rule):
    assert rungs(without(ladder.books(), rule)) != LADDERS
