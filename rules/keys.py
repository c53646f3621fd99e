"""From the vocabulary's names and words to short, safe keys and numbers for the engine.

The engine compares names by a 32-bit FNV-1a hash only: two unlucky names would be one field. So
its keys are generated, and checked against each other and the engine's own words. Words become
numbers: every firing carries the whole document, and a number is shorter and surer than a text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from rules.conditions import Leaf, Op
from rules.vocabulary import Facts, RuleError, Value

MARKER = "_k"
MISSING = -1
RESERVED = (
    "sid", "id", "$s", "$time", "$timerName", "$baseTime", "exception", "running", "label",
    "chart", MARKER,
)  # fmt: skip


@dataclass(frozen=True)
class Keys:
    """One key a fact and one a tag, one number a word, for what some rules look at.

    `whole`: a second key of some facts that is never absent, for "something else, or missing".
    """

    facts: Mapping[str, str]
    tags: Mapping[str, Mapping[str, str]]
    words: Mapping[str, int]
    whole: Mapping[str, str]

    @classmethod
    def of(cls, leaves: Iterable[Leaf]) -> Self:
        """Name every fact and tag that the comparisons mention, and refuse a collision."""
        leaves = list(leaves)
        facts = {name: f"f{i}" for i, name in enumerate(sorted({leaf.fact for leaf in leaves}))}
        tags: dict[str, dict[str, str]] = {}
        for leaf in leaves:
            if leaf.op in (Op.HAS, Op.LACKS):
                known = tags.setdefault(leaf.fact, {})
                known.setdefault(str(leaf.value), f"{facts[leaf.fact]}t{len(known)}")
        whole = {leaf.fact: f"{facts[leaf.fact]}u" for leaf in leaves if leaf.op is Op.UNLESS}
        of_tags = [key for known in tags.values() for key in known.values()]
        refuse_collisions([*facts.values(), *of_tags, *whole.values()])
        words = sorted({w for leaf in leaves for w in leaf.choices if isinstance(w, str)})
        return cls(facts, tags, {word: n for n, word in enumerate(words, start=1)}, whole)

    def whole_code(self, value: Value | None) -> Value:
        """Give a number for a word, for true and false, and for what is missing."""
        if value is None:
            return MISSING
        return int(value) if isinstance(value, bool) else self.code(value)

    def code(self, value: Value) -> Value:
        """Give the number of a word, 0 for a word no rule knows; other values stay."""
        return self.words.get(value, 0) if isinstance(value, str) else value

    def document(self, facts: Facts) -> dict[str, Value]:
        """Flatten checked facts: absent stays absent, a list becomes one boolean a tag.

        A tag of a list that is absent is false, so that "lacks" is one comparison.
        """
        flat: dict[str, Value] = {MARKER: 1}
        for name, key in self.facts.items():
            value = facts.get(name)
            if value is not None:
                flat[key] = 1 if isinstance(value, list) else self.code(value)
        for name, tags in self.tags.items():
            held = facts.get(name)
            known = held if isinstance(held, list) else ()
            flat |= {key: tag in known for tag, key in tags.items()}
        return flat | {key: self.whole_code(facts.get(name)) for name, key in self.whole.items()}


def fnv1a(text: str) -> int:
    """Hash a name the way the engine does."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def refuse_collisions(names: Iterable[str]) -> None:
    """Raise RuleError when the engine would take two names for one."""
    seen: dict[int, str] = {}
    for name in (*RESERVED, *names):
        other = seen.setdefault(fnv1a(name), name)
        if other != name:
            raise RuleError(name, f"与 {other} 的散列值相同，引擎分不清", "请换一个名字")
