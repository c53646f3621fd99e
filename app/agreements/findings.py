"""The table of clause checks (data) and what a check finds."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from app.agreements.enums import Effect

TABLE = Path(__file__).with_name("clause_checks.yaml")


class Bar(StrEnum):
    """What a clause closes besides the signing itself."""

    CONFIRMATION = "confirmation"
    ELECTRONIC = "electronic"


@dataclass(frozen=True)
class Check:
    """One row of the table: a pattern or a named predicate, its article and its advice."""

    code: str
    article: str
    effect: Effect
    says: str
    proposes: str
    certainty: str
    pattern: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    predicate: str | None = None
    bars: frozenset[Bar] = frozenset()
    looks_at: str = "clauses"

    def is_met_by(self, words: str) -> bool:
        """Say whether these words, without blanks, hold what the pattern looks for."""
        left = self.unless.sub("□", words) if self.unless else words
        return self.pattern is not None and self.pattern.search(left) is not None


@dataclass(frozen=True)
class Finding:
    """What a check found: where, which words, why it matters, what to write instead."""

    check: Check
    place: str
    sentence: str = ""

    @property
    def is_block(self) -> bool:
        """Say whether it stops the signing."""
        return self.check.effect is Effect.BLOCK

    @property
    def said(self) -> str:
        """Say it in one Chinese sentence for the person who wrote the clause."""
        quoted = f"“{self.sentence}”：" if self.sentence else ""
        check = self.check
        return f"{self.place}{quoted}{check.says}（{check.article}）建议：{check.proposes}"


@cache
def checks() -> tuple[Check, ...]:
    """Read the table, in its order."""
    rows: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return tuple(_check(row) for row in rows)


def _check(row: dict[str, Any]) -> Check:
    made = dict(row)
    for name in ("pattern", "unless"):
        if name in made:
            made[name] = re.compile(made[name])
    made["effect"] = Effect(made["effect"])
    made["bars"] = frozenset(Bar(bar) for bar in made.get("bars", ()))
    return Check(**made)
