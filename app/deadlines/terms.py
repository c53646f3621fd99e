"""The table of terms T01–T31: how long, how counted, who may extend; data, not code."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TABLE = Path(__file__).with_name("terms.yaml")


class Counting(StrEnum):
    """自然日 / 工作日."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"


class Whose(StrEnum):
    """Whose move it is; a window of the parties' own lapses, nobody is chased for it."""

    HANDLER = "handler"
    PARTIES = "parties"


class Extension(StrEnum):
    """Who may lengthen a term."""

    NONE = "none"
    PARTIES = "parties"
    HEAD = "head"


@dataclass(frozen=True)
class Term:
    """One term; `days` is None where it starts no clock."""

    id: str
    name: str
    basis: str
    certainty: str
    days: int | None = None
    counting: Counting = Counting.CALENDAR_DAYS
    extension: Extension = Extension.NONE
    most: int | None = None
    whose: Whose = Whose.HANDLER
    by_hand: bool = False


@cache
def terms() -> dict[str, Term]:
    """Read the table."""
    rows: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {name: _term(name, row) for name, row in rows.items()}


@cache
def windows() -> frozenset[str]:
    """Name the terms that are the parties' own windows: nobody in the office is late with them."""
    return frozenset(name for name, term in terms().items() if term.whose is Whose.PARTIES)


def _term(name: str, row: dict[str, Any]) -> Term:
    counting = Counting(row.pop("counting", Counting.CALENDAR_DAYS))
    extension = Extension(row.pop("extension", Extension.NONE))
    whose = Whose(row.pop("whose", Whose.HANDLER))
    return Term(id=name, counting=counting, extension=extension, whose=whose, **row)
