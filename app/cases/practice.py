"""Local practice that is not law: hours and days the county may change, each with its source.

They stand in data/practice.csv; an empty value means the county has not set it yet.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "practice.csv"


@dataclass(frozen=True)
class Practice:
    """One number of local practice and where it comes from."""

    value: int | None
    because: str


UNSET = Practice(None, "")


@cache
def practices(path: Path = FILE) -> dict[str, Practice]:
    """Read the county's file once."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: Practice(int(row["value"]) if row["value"] else None, row["because"])
            for row in csv.DictReader(file)
        }


def practice(name: str) -> Practice:
    """Find one number of local practice; `UNSET` where the file does not name it."""
    return practices().get(name, UNSET)
