"""The closed list of words a rule may use: every fact typed, bounded and named in Chinese.

There are four kinds of value. A rule's constant and a case's value are checked against the same
declaration, because the engine behind would compare "5" with 5 and true with 1 without a word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import Self, TypeAlias

Scalar: TypeAlias = str | int | bool
Value: TypeAlias = Scalar | list[str]
Facts: TypeAlias = Mapping[str, Value]

MAX_INT = 2**53
DAY_UNIT = "日序"
LAST_DAY = date.max.toordinal()


class RuleError(ValueError):
    """A rule cannot be accepted: says where, why, and what would be right."""

    def __init__(self, where: str, what: str, instead: str = "") -> None:
        super().__init__(f"{where}：{what}" + (f"；{instead}" if instead else ""))
        self.where = where
        self.what = what
        self.instead = instead


class FactError(ValueError):
    """A case says something no rule may see."""

    def __init__(self, fact: str, what: str, instead: str = "") -> None:
        super().__init__(f"{fact}：{what}" + (f"；{instead}" if instead else ""))
        self.fact = fact
        self.what = what
        self.instead = instead


class Kind(StrEnum):
    """The four kinds of value that the engine compares exactly."""

    ENUM = "enum"
    INT = "int"
    BOOL = "bool"
    TAGS = "tags"


KIND_WORDS = {
    Kind.ENUM: "列出的值之一",
    Kind.INT: "整数",
    Kind.BOOL: "是/否（true/false）",
    Kind.TAGS: "列出的值组成的列表",
}


@dataclass(frozen=True)
class Fact:
    """One word a condition may test; money is in fen, a day is its ordinal number."""

    name: str
    kind: Kind
    label: str
    values: tuple[str, ...] = ()
    unit: str = ""
    derived: bool = False

    @cached_property
    def least(self) -> int:
        """Give the smallest number it may be."""
        return 1 if self.unit == DAY_UNIT else -MAX_INT

    @cached_property
    def most(self) -> int:
        """Give the largest number it may be."""
        return LAST_DAY if self.unit == DAY_UNIT else MAX_INT

    def fits(self, value: object) -> bool:
        """Say whether a rule may compare this fact with this constant."""
        if self.kind is Kind.BOOL:
            return isinstance(value, bool)
        if self.kind is Kind.INT:
            return type(value) is int and self.least <= value <= self.most
        return isinstance(value, str) and value in self.values

    def accepts(self, value: object) -> bool:
        """Say whether a case may carry this value."""
        if self.kind is Kind.TAGS:
            return isinstance(value, list) and all(self.fits(tag) for tag in value)
        return self.fits(value)

    def wanted(self, value: object) -> str:
        """Say what would fit in place of a value that does not."""
        near = get_close_matches(str(value), self.values, n=1, cutoff=0.5)
        if near:
            return f"是否想写 {near[0]}？"
        choices = f"：{'、'.join(self.values)}" if self.values else ""
        return f"应为{KIND_WORDS[self.kind]}{choices}"


@dataclass(frozen=True)
class Vocabulary:
    """Every fact by name; anything else is refused."""

    facts: Mapping[str, Fact]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Self:
        """Index the words by name."""
        return cls({fact.name: fact for fact in facts})

    def check(self, facts: Facts) -> None:
        """Refuse a case with an unknown word, a derived word, or a value of the wrong kind."""
        for name, value in facts.items():
            fact = self.facts.get(name)
            if fact is None:
                raise FactError(name, "词汇表里没有这个事实", self.nearest(name))
            if fact.derived:
                raise FactError(name, "这是规则得出的结果，不能由案件给出", "请删去")
            if not fact.accepts(value):
                raise FactError(name, f"{value!r} 不是“{fact.label}”的值", fact.wanted(value))

    def nearest(self, name: str) -> str:
        """Suggest the known word closest to an unknown one."""
        near = get_close_matches(name, self.facts, n=1, cutoff=0.5)
        return f"是否想写 {near[0]}？" if near else "可用的事实见 vocabulary.yaml"
