"""The catalogue of papers: code, title, order, and what each is about; data, not code."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from app.kernel.errors import NotFound

TABLE = Path(__file__).with_name("catalogue.yaml")


@dataclass(frozen=True)
class Entry:
    """One kind of paper in the order of the file."""

    code: str
    title: str
    about: str = "case"
    external: bool = False
    is_bound: bool = True
    order: int = 0


@cache
def catalogue() -> dict[str, Entry]:
    """Read the table, code to entry, in the order of binding."""
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {row["code"]: Entry(**row, order=order) for order, row in enumerate(rows, 1)}


def entry_of(code: str) -> Entry:
    """Find an entry; NotFound names the codes there are."""
    found = catalogue().get(code)
    if found is None:
        known = "、".join(f"{entry.title}（{entry.code}）" for entry in catalogue().values())
        message = f"没有“{code}”这种文书。可以用的有：{known}。"
        raise NotFound(message)
    return found
