"""A rule's `when` as rows a person can fill in: all of these, one of these, but none of those.

Nine rules in ten fit; deeper nesting stays text. Rows and text mean the same (tests go both ways).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

GROUPS = ("all", "any", "not")


class Where(StrEnum):
    """Which of the three lists a row stands in."""

    ALL = "all"
    ANY = "any"
    UNLESS = "unless"


@dataclass(frozen=True)
class Row:
    """One comparison as written: `word` is that of the grammar, `value` plain data."""

    where: Where
    fact: str
    word: str
    value: Any


class _TooDeepError(ValueError):
    """The condition does not fit three flat lists."""


def rows_of(when: Mapping[str, Any]) -> tuple[Row, ...] | None:
    """Read a `when` into rows; None where it is nested more deeply."""
    try:
        return tuple(_rows(when))
    except _TooDeepError:
        return None


def when_of(rows: Iterable[Row]) -> dict[str, Any]:
    """Write rows as a `when`."""
    rows = tuple(rows)
    found = _all([row for row in rows if row.where == Where.ALL])
    some = [_one(row) for row in rows if row.where == Where.ANY]
    none = [_one(row) for row in rows if row.where == Where.UNLESS]
    if some:
        found["any"] = some
    if none:
        found["not"] = none[0] if len(none) == 1 else {"any": none}
    return found


def _rows(when: Mapping[str, Any]) -> Iterator[Row]:
    for name, test in when.items():
        if name == "all":
            for part in test:
                yield from _flat(part, Where.ALL)
        elif name == "any":
            yield from (_single(part, Where.ANY) for part in test)
        elif name == "not":
            parts = test["any"] if set(test) == {"any"} else [test]
            yield from (_single(part, Where.UNLESS) for part in parts)
        else:
            yield from _leaf(name, test, Where.ALL)


def _flat(part: Mapping[str, Any], where: Where) -> Iterator[Row]:
    for name, test in part.items():
        if name in GROUPS:
            raise _TooDeepError
        yield from _leaf(name, test, where)


def _single(part: Mapping[str, Any], where: Where) -> Row:
    found = list(_flat(part, where))
    if len(found) != 1:
        raise _TooDeepError
    return found[0]


def _leaf(name: str, test: Any, where: Where) -> Iterator[Row]:  # noqa: ANN401 (plain data)
    if isinstance(test, Mapping):
        for word, value in test.items():
            yield Row(where, name, word, value)
    else:
        yield Row(where, name, "in" if isinstance(test, list) else "is", test)


def _all(rows: list[Row]) -> dict[str, Any]:
    tests: dict[str, dict[str, Any]] = {}
    for row in rows:
        known = tests.setdefault(row.fact, {})
        if row.word in known:  # twice the same word of one fact: a mapping cannot say it
            return {"all": [_one(each) for each in rows]}
        known[row.word] = row.value
    return {fact: _short(words) for fact, words in tests.items()}


def _one(row: Row) -> dict[str, Any]:
    return {row.fact: _short({row.word: row.value})}


def _short(words: dict[str, Any]) -> Any:  # noqa: ANN401 (plain data)
    """Write `is` and `in` that stand alone without their word."""
    alone = next(iter(words)) if len(words) == 1 else ""
    return words[alone] if alone in ("is", "in") else words
