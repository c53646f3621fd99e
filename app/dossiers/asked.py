"""The few words that only one paper needs: which there are, and how they are asked; data, not code."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("asked.yaml")


@dataclass(frozen=True)
class AskedWord:
    """One thing to ask: its name, the label on the page, its kind and its longest length."""

    name: str
    label: str
    limit: int = 300
    kind: str = "text"
    rows: int = 0
    required: bool = False
    hint: str = ""
    columns: tuple[str, ...] = ()


def asked_for(code: str) -> tuple[AskedWord, ...]:
    """List what a paper asks for; nothing for most."""
    return _table().get(code, ())


@cache
def _table() -> dict[str, tuple[AskedWord, ...]]:
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {code: tuple(map(_word, words)) for code, words in rows.items()}


def _word(row: dict[str, object]) -> AskedWord:
    columns = row.pop("columns", ())
    return AskedWord(columns=tuple(columns), **row)  # type: ignore[arg-type]  # (the table's own)
