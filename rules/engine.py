"""The only module that speaks to durable_rules_engine; nothing of the engine leaks out.

The engine is used as a stateless matcher of one document, in the part of it that was found exact:
a marker first in every rule (the engine's own state fact can never match), one sentinel a chunk
that must fire once and last (it proves that the agenda was drained and makes `delete_state`
safe), a fresh session a question, the ruleset rebuilt after any fault. `durable.lang` and
`durable.engine` start threads that never stop; they are never imported.
"""

import json
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Any, Protocol
from weakref import finalize

from rules.compile import Chunk, Step
from rules.conditions import PRESENCE, Leaf, Op
from rules.keys import MARKER, Keys
from rules.vocabulary import Facts, Value

try:
    import durable_rules_engine as durable  # noqa: TID251 (this module is the adapter)
except ImportError:  # no compiler where it was installed: the reference evaluator answers
    durable = None

SESSION = "e"
SENTINEL = "end"
SENTINEL_RANK = 60_000
MAX_AGENDA = 200
ENCODE = json.JSONEncoder(allow_nan=False, separators=(",", ":"), check_circular=False).encode


class EngineError(RuntimeError):
    """The engine did something that cannot be trusted; the reference answers instead."""


class Matcher(Protocol):
    """Anything that can say which alternatives of a step match a case."""

    def match(self, facts: Facts) -> set[str]:
        """Name the alternatives that hold; raise EngineError when that cannot be trusted."""


@cache
def name_and_version() -> tuple[str, str]:
    """Say which engine answers."""
    try:
        return ("durable_rules", version("durable-rules")) if durable else ("reference", "1")
    except PackageNotFoundError:
        return "durable_rules", "unknown"


def matcher(step: Step) -> Matcher | None:
    """Put a step into the engine; None where there is no engine."""
    return DurableMatcher(step) if durable else None


class DurableMatcher:
    """The chunks of one step inside the engine; safe to share between threads."""

    def __init__(self, step: Step) -> None:
        self._chunks = step.chunks
        self._keys = Keys.of(leaf for a in step.alternatives for leaf in a.leaves)
        self._lock = Lock()
        self._handles = [self._create(chunk) for chunk in self._chunks]
        # Drafts come and go: what nobody asks any more is given back to the engine.
        self.close = finalize(self, _give_back, self._handles)

    def match(self, facts: Facts) -> set[str]:
        """Name the alternatives that hold, chunk by chunk."""
        message = as_message(self._keys.document(facts))
        found: set[str] = set()
        with self._lock:
            for i, chunk in enumerate(self._chunks):
                for name in self._ask(i, message):
                    found.update(alternative.id for alternative in chunk[int(name[1:])])
        return found

    def _ask(self, index: int, message: str) -> list[str]:
        try:
            return ask_once(self._handles[index], message)
        except Exception as error:
            # A session in an unknown state is neither reused nor deleted: deleting one that did
            # not fire may crash the process. Dropping the ruleset only leaks it.
            self._handles[index] = self._create(self._chunks[index])
            raise EngineError(str(error)) from error

    def _create(self, chunk: Chunk) -> int:
        return create(chunk[0][0].id, definition(chunk, self._keys))


def _give_back(handles: list[int]) -> None:
    for handle in handles:
        durable.delete_ruleset(handle)


def definition(chunk: Chunk, keys: Keys) -> dict[str, Any]:
    """Write one chunk in the engine's language, the sentinel last."""
    rules = {
        f"a{i}": _rule([_leaf(leaf, keys) for leaf in group[0].leaves], 100)
        for i, group in enumerate(chunk)
    }
    return rules | {SENTINEL: _rule([], SENTINEL_RANK)}


def create(name: str, ruleset: object) -> int:
    """Give the engine a ruleset; handles are independent, names need not be unique."""
    handle: int = durable.create_ruleset(name, json.dumps(ruleset))
    return handle


def as_message(document: Facts) -> str:
    """Write a flat document the way the engine reads it."""
    return ENCODE({**document, "sid": SESSION})


def ask_once(handle: int, message: str) -> list[str]:
    """Assert one document in a fresh session, drain its agenda, forget the session."""
    code, state = durable.assert_fact(handle, message)
    fired = _drain(handle, state)
    if code != 0 or fired[-1:] != [SENTINEL] or len(set(fired)) != len(fired):
        what = f"agenda {code} {fired[-3:]}"
        raise EngineError(what)
    durable.delete_state(handle, SESSION)
    return fired[:-1]


def _drain(handle: int, state: int) -> list[str]:
    started = durable.start_action_for_state(handle, state)
    message = started[1] if started else None
    fired: list[str] = []
    while message:
        fired.append(message[2 : message.index('"', 2)])  # {"a7": …: the name comes first
        if len(fired) > MAX_AGENDA:
            what = "runaway agenda"
            raise EngineError(what)
        message = durable.complete_and_start_action(handle, state)
    return fired


def _rule(leaves: list[dict[str, Any]], rank: int) -> dict[str, Any]:
    return {"all": [{"m": {"$and": [{MARKER: 1}, *leaves]}}], "pri": rank}


def _leaf(leaf: Leaf, keys: Keys) -> dict[str, Any]:
    if leaf.op is Op.UNLESS and isinstance(leaf.value, str | bool):
        return {"$neq": {keys.whole[leaf.fact]: keys.whole_code(leaf.value)}}
    if leaf.op in (Op.HAS, Op.LACKS):
        return {keys.tags[leaf.fact][str(leaf.value)]: leaf.op is Op.HAS}
    if leaf.op in PRESENCE:
        return {"$ex" if leaf.op is Op.PRESENT else "$nex": {keys.facts[leaf.fact]: 1}}
    codes = [keys.code(choice) for choice in leaf.choices]
    return COMPARISON[leaf.op](keys.facts[leaf.fact], codes)


def _in(key: str, codes: list[Value]) -> dict[str, Any]:
    # The only `$or` that fires once: `==` on one field, so the branches exclude each other.
    return {"$or": [{key: code} for code in codes]}


def _as(operator: str) -> Callable[[str, list[Value]], dict[str, Any]]:
    return lambda key, codes: {operator: {key: codes[0]}}


COMPARISON: dict[Op, Callable[[str, list[Value]], dict[str, Any]]] = {
    Op.EQ: lambda key, codes: {key: codes[0]},
    Op.IN: _in,
    Op.NEQ: _as("$neq"),
    Op.LT: _as("$lt"),
    Op.LTE: _as("$lte"),
    Op.GT: _as("$gt"),
    Op.GTE: _as("$gte"),
}
