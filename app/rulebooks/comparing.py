"""Two editions beside each other: rules, thresholds and files that differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.rulebooks.editions import Edition
from rules.rulebook import Book, Rule

RULE_FILE = re.compile(r"/\d{3}-")


class Difference(StrEnum):
    """What became of one thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class RuleChange:
    """One rule that differs; None where it is not there."""

    book: Book
    before: Rule | None
    after: Rule | None

    @property
    def kind(self) -> Difference:
        """Say what became of it."""
        if self.before is None:
            return Difference.ADDED
        return Difference.REMOVED if self.after is None else Difference.CHANGED

    @property
    def rule(self) -> Rule:
        """Give whichever there is, the newer first."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 (one side always is)
        return found


def rule_changes(before: Edition, after: Edition) -> list[RuleChange]:
    """List the rules that differ, in the order of the books."""
    return [RuleChange(book, old, new) for book, old, new in _pairs(before, after) if old != new]


def file_changes(before: Edition, after: Edition) -> list[tuple[str, Difference]]:
    """List the files that differ beside the rules: vocabulary, parameters, heads of books."""
    names = sorted({*before.files, *after.files})
    others = (path for path in names if not RULE_FILE.search(path))
    return [
        (path, _kind(path, before, after))
        for path in others
        if before.files.get(path) != after.files.get(path)
    ]


def _kind(path: str, before: Edition, after: Edition) -> Difference:
    if path not in before.files:
        return Difference.ADDED
    return Difference.CHANGED if path in after.files else Difference.REMOVED


def _pairs(before: Edition, after: Edition) -> Iterator[tuple[Book, Rule | None, Rule | None]]:
    old, new = _rules(before), _rules(after)
    for rule_id in {**old, **new}:
        book = (new.get(rule_id) or old[rule_id])[0]
        yield book, _rule(old, rule_id), _rule(new, rule_id)


def _rules(edition: Edition) -> dict[str, tuple[Book, Rule]]:
    return {rule.id: (book, rule) for book in edition.books.books for rule in book.rules}


def _rule(rules: dict[str, tuple[Book, Rule]], rule_id: str) -> Rule | None:
    return rules[rule_id][1] if rule_id in rules else None
