"""What the engine does to a process or an answer outside the part of it we use, as data.

Run with the name of one example: shows in this process how often the rule fired, if it returns.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import durable_rules_engine as durable  # noqa: TID251 (shows why nobody else may import it)

RUNAWAY = 1000


@dataclass(frozen=True)
class Example:
    """Rules, messages in order, and how often a right engine would fire (None: not the point)."""

    rules: dict[str, Any] | Callable[[], dict[str, Any]]
    messages: tuple[Any, ...] = ()
    truth: int | None = None
    batch: bool = False
    delete: bool = False
    rounds: int = 1


def one(*patterns):
    """Write one rule; a bare condition is about one fact called m."""
    named = {"a", "b", "b$not"}
    return {"r": {"all": [p if set(p) & named else {"m": p} for p in patterns]}}


def many(count, condition):
    """Write many rules of one shape."""
    return {f"r{i}": {"all": [{"m": condition(i)}]} for i in range(count)}


A = {"a": {"k": "A"}}
FIRST = {"first": {"$and": [{"k": "A"}, {"$gt": {"amount": 10}}]}}
OTHER = {"first": {"$and": [{"k": "A"}, {"$gt": {"amount": 50}}]}}
MORE = {"second": {"$and": [{"k": "B"}, {"$gt": {"amount": {"first": "amount"}}}]}}
LESS = {"second": {"$and": [{"k": "B"}, {"$lt": {"amount": {"first": "amount"}}}]}}
QUOTIENT = {"$div": {"$l": {"$m": "b"}, "$r": {"$m": "c"}}}
GROUPS = {"$and": [{"$or": [{f"e{i}": 1}, {f"e{i}": 2}]} for i in range(15)]}

DEADLY = {
    "比较两个事实的大小": Example(
        {"r": {"all": [FIRST, MORE]}, "s": {"all": [OTHER, LESS]}},
        ({"k": "A", "amount": 100}, {"k": "B", "amount": 200}),
        rounds=50,
    ),
    "删除从未触发的会话": Example(one({"k": 1}), ({"k": 2},), delete=True),
    "第1025个会话": Example(
        one({"k": 1}),
        (*({"k": 1, "sid": f"s{i}", "n": i} for i in range(1025)), {"k": 1, "sid": "s1024"}) * 2,
    ),
    "空批": Example(one({"k": 1}), ([],), batch=True),
    "批里有空对象": Example(one({"k": 1}), ([{}],), batch=True),
    "宽的正则字符范围": Example(one({"$mt": {"d": "[一-龥]+"}})),
    "除以零": Example(one({"$gt": {"a": QUOTIENT}}), ({"a": 5, "b": 2, "c": 0},)),
    "513个并列条件": Example(lambda: many(513, lambda i: {"a": i})),
    "嵌套星号的正则": Example(one({"$mt": {"d": "(((a*)*)*)*"}})),
}
WRONG = {
    "或的两支都真": Example(one({"$or": [{"a": 1}, {"b": 2}]}), ({"a": 1, "b": 2},), 1),
    "只有否定条件": Example(one({"$nex": {"x": 1}}), ({"k": 1},), 1),
    "空值不等于五": Example(one({"$neq": {"n": 5}}), ({"n": None},), 1),
    "真等于一": Example(one({"n": 1}), ({"n": True},), 0),
    "文字大于数": Example(one({"$gt": {"n": 5}}), ({"n": "abc"},), 0),
    "超过64位的整数": Example(one({"n": 2**63}), ({"n": 2**63 + 5},), 0),
    "65539个字": Example(one({"d": "abc"}), ({"d": "abc" + "x" * 65_536},), 0),
    "文字先后": Example(one({"$lt": {"d": "ab c"}}), ({"d": "ab"},), 1),
    "正则的或": Example(one({"$mt": {"d": ".*(ab|cd).*"}}), ({"d": "abc"},), 1),
    "属性名散列相同": Example(one({"f6059": "yes"}), ({"f264602": "yes"},), 0),
    "会话散列相同": Example(
        one(A, {"b": {"k": "B"}}),
        ({"k": "A", "sid": "case-478212"}, {"k": "B", "sid": "case-1221200"}),
        0,
    ),
    "没有另一个": Example(one(A, {"b$not": {"k": "A"}}), ({"k": "A"}, {"k": "A", "n": 2}), 0),
}
REFUSED = {
    "1e16": Example(one({"$gt": {"n": 1.0}}), ({"n": 1e16},), 1),
    "255个属性": Example(one({"$ex": {"f0": 1}}), ({f"f{i}": i for i in range(255)},), 1),
    "一条规则15个分组": Example(one(GROUPS)),
}
EXAMPLES = DEADLY | WRONG | REFUSED


def show(example):
    """Run one example here; may well not return."""
    rules = example.rules() if callable(example.rules) else example.rules
    fired = 0
    for _ in range(example.rounds):
        handle = durable.create_ruleset("example", json.dumps(rules, ensure_ascii=False))
        fired = sum(_tell(handle, message, example) for message in example.messages)
    return fired


def _tell(handle, message, example):
    tell = durable.assert_facts if example.batch else durable.assert_fact
    whole = {"sid": "s", **message} if isinstance(message, dict) else message
    try:
        _code, state = tell(handle, json.dumps(whole))
    except MemoryError:
        return 0
    fired = _drain(handle, state)
    if example.delete:
        durable.delete_state(handle, "s")
    return fired


def _drain(handle, state):
    started = durable.start_action_for_state(handle, state)
    message, fired = (started[1] if started else None), 0
    while message and fired < RUNAWAY:
        fired += len(json.loads(message))
        message = durable.complete_and_start_action(handle, state)
    return fired


if __name__ == "__main__":
    sys.stdout.write(f"fired {show(EXAMPLES[sys.argv[1]])}")
