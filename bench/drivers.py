"""The guide's own driver: the engine as a matcher of one document, and nothing around it.

Facts under their own names, rulesets of sixty, a marker first and a sentinel last, a fresh session a
question, the name of each firing read out with a JSON reader. What our adapter takes longer than
this is what its margins cost: checked keys, numbers for words, smaller chunks, a lock.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import durable_rules_engine as durable  # noqa: TID251 (a contestant, as the guide drives it)

from bench.engines import Question, durable_test
from bench.rulebooks import Bench, leaves_of
from rules import Facts

SIZE = 60
MARKER = {"_k": 1}
SESSION = "e"
SENTINEL = "end"


def own_drain(bench: Bench) -> Question:
    """Create the rulesets; then assert, drain and forget, one after another."""
    handles = [
        durable.create_ruleset(f"bare{start}", json.dumps(_ruleset(bench, start)))
        for start in range(0, len(bench.rules), SIZE)
    ]

    def ask(facts: Facts) -> Iterable[str]:
        message = json.dumps({**facts, **MARKER, "sid": SESSION}, ensure_ascii=False)
        return [name for handle in handles for name in _fired(handle, message)]

    return ask


def _ruleset(bench: Bench, start: int) -> dict[str, Any]:
    rules = {
        rule.rule.id: _rule([durable_test(leaf) for leaf in leaves_of(rule)], 100)
        for rule in bench.rules[start : start + SIZE]
    }
    return rules | {SENTINEL: _rule([], 60_000)}


def _rule(tests: list[dict[str, Any]], rank: int) -> dict[str, Any]:
    return {"all": [{"m": {"$and": [MARKER, *tests]}}], "pri": rank}


def _fired(handle: int, message: str) -> list[str]:
    _, state = durable.assert_fact(handle, message)
    fired = list(_drained(handle, state))
    durable.delete_state(handle, SESSION)
    return fired[:-1]


def _drained(handle: int, state: int) -> Iterator[str]:
    started = durable.start_action_for_state(handle, state)
    said = started[1] if started else None
    while said:
        yield next(iter(json.loads(said)))
        said = durable.complete_and_start_action(handle, state)
