"""The contestants: each is prepared with a book and then asked about one case at a time."""

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import clips
import zen

from bench.rulebooks import ON, Bench, leaves_of
from rules import Facts, decide
from rules.compile import Active, steps, together
from rules.conditions import Leaf, Op
from rules.engine import DurableMatcher
from rules.reference import COMPARE

Question = Callable[[Facts], Iterable[str]]
SYMBOL = {Op.EQ: "==", Op.NEQ: "!=", Op.LT: "<", Op.LTE: "<=", Op.GT: ">", Op.GTE: ">="}


def whole_decision(bench: Bench) -> Question:
    """Everything a decision carries: match, shadow, reasons, near misses, unknown facts."""
    return lambda facts: decide(facts, on=ON, due_on=_due_on, books=bench.books).rule_ids


def _due_on(start: date, days: int, _counting: str) -> date:
    return start + timedelta(days=days)


def engine_only(bench: Bench) -> Question:
    """Match through the adapter, without reasons."""
    matcher = DurableMatcher(together(steps(bench.books, ON)))
    return lambda facts: [name.partition("#")[0] for name in matcher.match(facts)]


def public_api(bench: Bench) -> Question:
    """Use durable.lang's host as its manual says, threads and all."""
    from durable.engine import Host  # noqa: PLC0415, TID251 (a contestant; its import has side effects)

    fired: list[str] = []
    names = iter(range(10**9))
    ruleset = {
        rule.rule.id: {
            "all": [{"m": {"$and": [durable_test(leaf) for leaf in leaves_of(rule)]}}],
            "run": _recorder(fired, rule.rule.id),
        }
        for rule in bench.rules
    }
    host = Host()
    host.set_rulesets({"bench": ruleset})

    def ask(facts: Facts) -> Iterable[str]:
        fired.clear()
        session = str(next(names))
        try:
            host.assert_fact("bench", {**facts, "sid": session})
        except Exception:  # noqa: BLE001, S110 (it raises when no rule matches)
            pass
        else:
            host.delete_state("bench", session)
        return list(fired)

    return ask


def _recorder(fired: list[str], name: str) -> Callable[[Any], None]:
    return lambda _c: fired.append(name)


def durable_test(leaf: Leaf) -> dict[str, Any]:
    """Write a comparison in the language of durable-rules."""
    operator = {Op.NEQ: "$neq", Op.LT: "$lt", Op.LTE: "$lte", Op.GT: "$gt", Op.GTE: "$gte"}
    if leaf.op is Op.EQ:
        return {leaf.fact: leaf.value}
    return {operator[leaf.op]: {leaf.fact: leaf.value}}


def plain_loop(bench: Bench) -> Question:
    """Flatten to tuples once, stop at the first false test, give no reason."""
    flat = [
        (r.rule.id, [(t.fact, COMPARE[t.op], t.value) for t in leaves_of(r)]) for r in bench.rules
    ]

    def ask(facts: Facts) -> Iterable[str]:
        return [
            name
            for name, tests in flat
            if all(fact in facts and compare(facts[fact], value) for fact, compare, value in tests)
        ]

    return ask


def zen_table(bench: Bench, *, trace: bool = True) -> Question:
    """Ask one collecting decision table with as many rows as there are rules."""
    fields = sorted({leaf.fact for rule in bench.rules for leaf in leaves_of(rule)})
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": f"i{i}", "name": f, "field": f} for i, f in enumerate(fields)],
        "outputs": [{"id": "o", "name": "rule", "field": "rule"}],
        "rules": [_zen_row(rule, fields) for rule in bench.rules],
    }
    place = {"position": {"x": 0, "y": 0}}
    graph = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", **place},
            {"id": "t", "type": "decisionTableNode", "name": "t", "content": content, **place},
            {"id": "out", "type": "outputNode", "name": "out", **place},
        ],
        "edges": [
            {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "t"},
            {"id": "e2", "type": "edge", "sourceId": "t", "targetId": "out"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(graph))
    options = {"trace": trace}
    return lambda facts: [row["rule"] for row in decision.evaluate(dict(facts), options)["result"]]


def _zen_row(rule: Active, fields: list[str]) -> dict[str, str]:
    row = {"_id": rule.rule.id, "o": f"'{rule.rule.id}'"}
    for i, fact in enumerate(fields):
        tests = [leaf for leaf in leaves_of(rule) if leaf.fact == fact and leaf.op in SYMBOL]
        text = " and ".join(f"{SYMBOL[t.op]} {_zen(t.value)}" for t in tests)
        row[f"i{i}"] = text.replace("== ", "")
    return row


def _zen(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value).lower()


def clipspy(bench: Bench) -> Question:
    """Assert one fact of one template, run, retract."""
    environment = clips.Environment()
    fired: list[str] = []
    slots = " ".join(f"(slot {name})" for name in bench.books.vocabulary.facts)
    environment.build(f"(deftemplate dispute {slots})")
    environment.define_function(lambda name: fired.append(str(name)), "hit")
    for rule in bench.rules:
        environment.build(_clips_rule(rule))
    template = environment.find_template("dispute")

    def ask(facts: Facts) -> Iterable[str]:
        fired.clear()
        fact = template.assert_fact(**{k: _clips_value(v) for k, v in facts.items()})
        environment.run()
        fact.retract()
        return list(fired)

    return ask


def _clips_rule(rule: Active) -> str:
    by_fact: dict[str, list[Leaf]] = {}
    for leaf in leaves_of(rule):
        by_fact.setdefault(leaf.fact, []).append(leaf)
    patterns = " ".join(
        f"({fact} {'&'.join([f'?x{i}', *(_clips_test(i, t) for t in tests)])})"
        for i, (fact, tests) in enumerate(by_fact.items())
    )
    return f'(defrule {rule.rule.id} (dispute {patterns}) => (hit "{rule.rule.id}"))'


def _clips_test(index: int, leaf: Leaf) -> str:
    if leaf.op is Op.EQ:
        return _clips_text(leaf.value)
    if leaf.op is Op.NEQ:
        return f"~{_clips_text(leaf.value)}"
    return f":({SYMBOL[leaf.op]} ?x{index} {leaf.value})"


def _clips_text(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).upper()


def _clips_value(value: object) -> object:
    return clips.Symbol(str(value).upper()) if isinstance(value, bool) else value
