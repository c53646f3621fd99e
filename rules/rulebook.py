"""Rules, books and dated parameters as data: chosen by their dates, never by editing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from rules.conditions import AllOf, AnyOf, Condition, Leaf, Not, Param
from rules.vocabulary import RuleError, Scalar, Vocabulary

Item: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """One sentence of policy: when it speaks, what it answers, why, and by which law."""

    id: str
    title: str
    because: str
    reference: str
    certainty: str
    author: str
    begins: date
    ends: date | None
    rank: int
    when: Condition
    sets: Mapping[str, Scalar]
    adds: Mapping[str, tuple[Item, ...]]

    def in_force(self, on: date) -> bool:
        """Say whether the rule holds on that day: from `begins`, up to but without `ends`."""
        return self.begins <= on and (self.ends is None or on < self.ends)

    @property
    def is_ground(self) -> bool:
        """Say whether this is what holds when no other rule of the book speaks."""
        return self.when == AllOf(()) and self.rank == 0


@dataclass(frozen=True, eq=False)
class Book:
    """The rules of one phase; it is opened only for cases that meet `only_when`."""

    name: str
    title: str
    phase: int
    only_when: Condition
    rules: tuple[Rule, ...]
    sha256: str

    def rules_on(self, on: date) -> tuple[Rule, ...]:
        """List the rules in force on that day, in the order of their files."""
        return tuple(rule for rule in self.rules if rule.in_force(on))


@dataclass(frozen=True)
class Parameter:
    """A named threshold whose value depends on the day."""

    name: str
    label: str
    unit: str
    origin: str
    certainty: str
    values: tuple[tuple[date, int], ...]

    def on(self, day: date) -> int:
        """Give the value of that day; before the first date, the first value."""
        return next((is_ for begins, is_ in reversed(self.values) if begins <= day), self.first)

    @property
    def first(self) -> int:
        """Give the earliest value."""
        return self.values[0][1]


@dataclass(frozen=True, eq=False)
class Books:
    """Everything that decides: the vocabulary, the books in order of phase, the parameters."""

    vocabulary: Vocabulary
    books: tuple[Book, ...]
    parameters: Mapping[str, Parameter]
    parameters_sha256: str = ""

    @cached_property
    def hashes(self) -> dict[str, str]:
        """Name each book, and the parameters, with the hash of the content."""
        found = {book.name: book.sha256 for book in self.books}
        return found | ({"parameters": self.parameters_sha256} if self.parameters else {})

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """List the days on which a rule begins or ends or a parameter changes."""
        return tuple(sorted(set(self._dates())))

    def frozen_at(self, day: date) -> "Books":
        """Make the rules of one day hold for ever, so that old cases can be asked what if."""
        books = tuple(
            replace(
                book,
                rules=tuple(
                    replace(rule, begins=date.min, ends=None) for rule in book.rules_on(day)
                ),
            )
            for book in self.books
        )
        parameters = {
            name: replace(parameter, values=((date.min, parameter.on(day)),))
            for name, parameter in self.parameters.items()
        }
        return Books(self.vocabulary, books, parameters)

    def _dates(self) -> Iterator[date]:
        for rule in (rule for book in self.books for rule in book.rules):
            yield rule.begins
            if rule.ends is not None:
                yield rule.ends
        for parameter in self.parameters.values():
            yield from (begins for begins, _ in parameter.values)

    def turn_of(self, on: date) -> date:
        """Name the period a day lies in; days before the first rule use the first period."""
        return max((turn for turn in self.turns if turn <= on), default=self.turns[0])


def bind(condition: Condition, values: Mapping[str, int], where: str) -> Condition:
    """Put the day's numbers in place of the parameters' names."""
    match condition:
        case AllOf(of):
            return AllOf(tuple(bind(part, values, where) for part in of))
        case AnyOf(of):
            return AnyOf(tuple(bind(part, values, where) for part in of))
        case Not(of):
            return Not(bind(of, values, where))
        case Leaf(fact, op, Param(name)):
            return Leaf(fact, op, bound(Param(name), values, where))
        case Leaf():
            return condition


def bound(value: Any, values: Mapping[str, int], where: str) -> Any:  # noqa: ANN401 (any constant)
    """Replace a parameter by its number and leave any other constant as it is."""
    if not isinstance(value, Param):
        return value
    if value.name not in values:
        known = "、".join(sorted(values))
        raise RuleError(where, f"没有参数 ${value.name}", f"parameters.yaml 里有：{known}")
    return values[value.name]
