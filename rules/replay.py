"""What if: a draft beside the published rules, over the facts that past decisions were made from.

Both are asked as of their own last period, whatever day the case was decided: the question is
what the change of rules does, not what the calendar did. Dates still count from the day decided.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from rules.collect import DueOn
from rules.deciding import decide, outcome
from rules.decision import Decision, plain
from rules.rulebook import Books
from rules.vocabulary import Facts

OUTPUTS = (
    "admissible", "refer_to", "desk", "specialists", "joint_with", "stage", "risk", "duties",
    "deadlines", "papers",
)  # fmt: skip
WORDS = ("because", "reference")


@dataclass(frozen=True)
class Snapshot:
    """The facts one decision was made from."""

    case: str
    on: date
    facts: Facts


@dataclass(frozen=True)
class Changed:
    """One output of one case that the draft would decide differently, and the rules behind it."""

    case: str
    output: str
    before: Any
    after: Any
    silent: tuple[str, ...]
    spoke: tuple[str, ...]

    @property
    def because(self) -> tuple[str, ...]:
        """Name the rules that now speak, now keep silent, or now say something else."""
        return self.spoke + self.silent

    def to_dict(self) -> dict[str, Any]:
        """Say it as the contract does."""
        return {
            "case": self.case,
            "output": self.output,
            "from": self.before,
            "to": self.after,
            "because": list(self.because),
        }


@dataclass(frozen=True)
class Replay:
    """How many cases stay as they were, and every output that does not."""

    unchanged: int
    changed: tuple[Changed, ...]


@dataclass(frozen=True)
class Beside:
    """What both say of one snapshot; reasons are told where they differ."""

    before: Decision
    after: Decision
    changed: tuple[Changed, ...]


class Rehearsal:
    """Two sets of books, each as of its own last period, asked about one snapshot at a time."""

    def __init__(self, published: Books, draft: Books, due_on: DueOn) -> None:
        self._books = [_at_their_last(books) for books in (published, draft)]
        self._due_on = due_on

    def ask(self, snapshot: Snapshot) -> Beside:
        """Decide by both; only where they differ is it worth saying why.

        Raises FactError for a value that either of them does not know.
        """
        before, after = (self._ask(outcome, snapshot, books) for books in self._books)
        found = list(_differences(before, after))
        if not found:
            return Beside(before, after, ())
        before, after = (self._ask(decide, snapshot, books) for books in self._books)
        silent, spoke = _silent(before, after), _spoke(before, after)
        changed = (Changed(snapshot.case, *difference, silent, spoke) for difference in found)
        return Beside(before, after, tuple(changed))

    def _ask(self, by: Callable[..., Decision], snapshot: Snapshot, books: Books) -> Decision:
        words = books.vocabulary.facts
        facts = {name: value for name, value in snapshot.facts.items() if name in words}
        return by(facts, on=snapshot.on, due_on=self._due_on, books=books)


@lru_cache(maxsize=8)
def _at_their_last(books: Books) -> Books:
    """Freeze once: what is frozen anew would be compiled anew, batch after batch."""
    return books.frozen_at(books.turns[-1])


def replay(snapshots: Iterable[Snapshot], published: Books, draft: Books, due_on: DueOn) -> Replay:
    """Decide every snapshot by both and compare; sentences of reason are not compared."""
    rehearsal = Rehearsal(published, draft, due_on)
    unchanged = 0
    changed: list[Changed] = []
    for snapshot in snapshots:
        found = rehearsal.ask(snapshot).changed
        changed += found
        unchanged += not found
    return Replay(unchanged, tuple(changed))


def _differences(before: Decision, after: Decision) -> Iterator[tuple[str, Any, Any]]:
    for output in OUTPUTS:
        was, is_ = getattr(before, output), getattr(after, output)
        if was == is_:
            continue
        old, new = _bare(plain(was)), _bare(plain(is_))
        if old != new:
            yield output, old, new


def _bare(value: Any) -> Any:  # noqa: ANN401 (any output)
    """Leave the sentences out and bring collected items into one order."""
    if not isinstance(value, list):
        return value
    items = [
        {k: v for k, v in item.items() if k not in WORDS} if isinstance(item, Mapping) else item
        for item in value
    ]
    return sorted(items, key=str)


def _spoke(before: Decision, after: Decision) -> tuple[str, ...]:
    old, new = _said(before), _said(after)
    return tuple(f"{rule}：{new[rule]}" for rule in new if new[rule] != old.get(rule))


def _silent(before: Decision, after: Decision) -> tuple[str, ...]:
    old, new = _said(before), _said(after)
    return tuple(f"{rule} 不再适用：{old[rule]}" for rule in old if rule not in new)


def _said(decision: Decision) -> dict[str, str]:
    return {reason.rule: reason.because for reason in decision.reasons}
