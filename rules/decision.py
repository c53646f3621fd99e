"""The answer of the rulebooks: what is to be done, why, and everything needed to repeat it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rules.vocabulary import Facts, Value


@dataclass(frozen=True)
class Referral:
    """An outside organ the parties are sent to, instead of mediation or besides it."""

    organ: str
    instead: bool
    because: str
    reference: str


@dataclass(frozen=True)
class Desk:
    """Who takes the case."""

    level: str
    committee: str
    industry: str | None


@dataclass(frozen=True)
class Duty:
    """What the law or the county's practice obliges the desk to do besides mediating."""

    duty: str
    within: str | None
    because: str
    reference: str


@dataclass(frozen=True)
class DueDate:
    """A time limit that starts with this decision; names are those of the table of deadlines.

    `counted_from` names the fact whose day starts it; None where acceptance starts it.
    """

    name: str
    due_on: date
    counting: str
    because: str
    reference: str
    days: int
    counted_from: str | None = None


@dataclass(frozen=True)
class PaperNeed:
    """A paper this case calls for."""

    paper: str
    required: bool


@dataclass(frozen=True)
class Reason:
    """One rule that spoke and the facts it looked at; an unknown fact is None."""

    book: str
    rule: str
    because: str
    reference: str
    facts: Mapping[str, Value | None]


@dataclass(frozen=True)
class Change:
    """One fact that would have to be different; None is unknown."""

    fact: str
    has: Value | None
    needs: Value | None


@dataclass(frozen=True)
class NearMiss:
    """A rule that kept silent for one fact alone, and what it would have changed."""

    rule: str
    would: Mapping[str, Any]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Disagreement:
    """Rules that wanted one output to differ; without a winner a person decides."""

    output: str
    winner: str | None
    rank: int
    values: Mapping[str, str]


@dataclass(frozen=True)
class Engine:
    """What matched, and whether the reference evaluator came to the same answer."""

    name: str
    version: str
    agrees: bool


@dataclass(frozen=True)
class Decision:
    """What the rulebooks say of one case on one day."""

    ref: str
    on: date
    books: Mapping[str, str]
    facts: Facts
    admissible: str
    refer_to: tuple[Referral, ...]
    desk: Desk | None
    specialists: tuple[str, ...]
    joint_with: tuple[str, ...]
    stage: str | None
    risk: str
    duties: tuple[Duty, ...]
    deadlines: tuple[DueDate, ...]
    papers: tuple[PaperNeed, ...]
    reasons: tuple[Reason, ...]
    near_misses: tuple[NearMiss, ...]
    unknown_facts: tuple[str, ...]
    conflicts: tuple[Disagreement, ...]
    engine: Engine

    @cached_property
    def facts_sha256(self) -> str:
        """Name the fact snapshot by the hash of its canonical form."""
        text = json.dumps(self.facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def rule_ids(self) -> list[str]:
        """Name the rules that spoke."""
        return [reason.rule for reason in self.reasons]

    def to_dict(self) -> dict[str, Any]:
        """Say it as the contract does (contract/decision.schema.json)."""
        return {name: plain(getattr(self, name)) for name in CONTRACT}


CONTRACT = tuple(name for name in Decision.__dataclass_fields__ if name != "facts")


def plain(value: Any) -> Any:  # noqa: ANN401 (any part of a decision)
    """Say a part of a decision as JSON would."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    fields = getattr(value, "__dataclass_fields__", None)
    return value if fields is None else {name: plain(getattr(value, name)) for name in fields}
