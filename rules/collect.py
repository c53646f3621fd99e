"""The collected outputs of a run: one item a name, the stronger rule's words where two agree."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from rules.compile import Active
from rules.decision import DueDate, Duty, PaperNeed, Referral
from rules.rulebook import Item
from rules.vocabulary import Facts

DueOn: TypeAlias = Callable[[date, int, str], date]


@dataclass(frozen=True)
class Answer:
    """Items by output and name, each with the rule it came from."""

    items: dict[str, dict[str, tuple[Active, Item]]]

    @property
    def counted(self) -> set[Active]:
        """Name the rules of which an item is in the answer."""
        return {active for items in self.items.values() for active, _ in items.values()}

    def texts(self, output: str) -> tuple[str, ...]:
        """List the items of an output that are texts."""
        return tuple(self.items.get(output, {}))

    @property
    def referrals(self) -> tuple[Referral, ...]:
        """List the organs to go to."""
        return tuple(
            Referral(item["organ"], item["instead"], active.because, active.rule.reference)
            for active, item in self.items.get("refer_to", {}).values()
        )

    @property
    def duties(self) -> tuple[Duty, ...]:
        """List the duties."""
        return tuple(
            Duty(item["duty"], item["within"], active.because, active.rule.reference)
            for active, item in self.items.get("duties", {}).values()
        )

    @property
    def papers(self) -> tuple[PaperNeed, ...]:
        """List the papers."""
        return tuple(PaperNeed(**item) for _, item in self.items.get("papers", {}).values())

    def deadlines(self, facts: Facts, on: date, due_on: DueOn) -> tuple[DueDate, ...]:
        """List the limits that start now, each from the day its rule counts from, if known."""
        return tuple(
            DueDate(
                item["name"],
                due_on(_start(item, facts, on), item["days"], item["counting"]),
                item["counting"],
                active.because,
                active.rule.reference,
                item["days"],
                item["counted_from"],
            )
            for active, item in self.items.get("deadlines", {}).values()
        )


def collect(spoken: Iterable[Active]) -> Answer:
    """Gather the items; of two with one name the binding one, then the higher rank, stays."""
    found: dict[str, dict[str, tuple[Active, Item]]] = {}
    for active in spoken:
        for output, items in active.adds.items():
            kept = found.setdefault(output, {})
            for item in items:
                name = name_of(item)
                if name not in kept or _weight(active, item) > _weight(*kept[name]):
                    kept[name] = (active, item)
    return Answer(found)


def name_of(item: Item) -> str:
    """Name an item by its first field."""
    return str(next(iter(item.values())))


def _weight(active: Active, item: Item) -> tuple[bool, int]:
    return bool(item.get("instead") or item.get("required")), active.rule.rank


def _start(item: Item, facts: Facts, on: date) -> date:
    day = facts.get(item["counted_from"] or "")
    return date.fromordinal(day) if isinstance(day, int) else on
