"""What if: a draft beside the published rules, over the facts that past decisions were made from.

Both are asked as of their own last period, whatever day the case was decided: the question is
what the change of rules does, not what the calendar did. Dates still count from the day decided.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rules.collect import DueOn
from rules.deciding import decide
from rules.decision import Decision
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
    because: tuple[str, ...]

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


def replay(snapshots: Iterable[Snapshot], published: Books, draft: Books, due_on: DueOn) -> Replay:
    """Decide every snapshot by both and compare; sentences of reason are not compared."""
    old, new = (books.frozen_at(books.turns[-1]) for books in (published, draft))
    unchanged = 0
    changed: list[Changed] = []
    for snapshot in snapshots:
        found = list(_compare(snapshot.case, *_both(snapshot, old, new, due_on)))
        changed += found
        unchanged += not found
    return Replay(unchanged, tuple(changed))


def _both(snapshot: Snapshot, old: Books, new: Books, due_on: DueOn) -> tuple[Decision, Decision]:
    def ask(books: Books) -> Decision:
        words = books.vocabulary.facts
        facts = {name: value for name, value in snapshot.facts.items() if name in words}
        return decide(facts, on=snapshot.on, due_on=due_on, books=books)

    return ask(old), ask(new)


def _compare(case: str, before: Decision, after: Decision) -> Iterator[Changed]:
    was, is_ = before.to_dict(), after.to_dict()
    for output in OUTPUTS:
        old, new = _bare(was[output]), _bare(is_[output])
        if old != new:
            yield Changed(case, output, old, new, _because(before, after))


def _bare(value: Any) -> Any:  # noqa: ANN401 (any output)
    """Leave the sentences out and bring collected items into one order."""
    if not isinstance(value, list):
        return value
    items = [
        {k: v for k, v in item.items() if k not in WORDS} if isinstance(item, Mapping) else item
        for item in value
    ]
    return sorted(items, key=str)


def _because(before: Decision, after: Decision) -> tuple[str, ...]:
    """Name the rules that now speak, now keep silent, or now say something else."""
    old = {reason.rule: reason.because for reason in before.reasons}
    new = {reason.rule: reason.because for reason in after.reasons}
    spoke = [f"{rule}：{new[rule]}" for rule in new if new[rule] != old.get(rule)]
    silent = [f"{rule} 不再适用：{old[rule]}" for rule in old if rule not in new]
    return tuple(spoke + silent)
