"""The clause library: words to start from, by type of dispute."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("clause_library.yaml")
BLANK = "＿"


@dataclass(frozen=True)
class Sample:
    """One clause to start from."""

    code: str
    title: str
    text: str
    types: tuple[str, ...] = ()


@cache
def library() -> dict[str, Sample]:
    """Read the library, code to sample."""
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    samples = (Sample(**{**row, "types": tuple(row.get("types", ()))}) for row in rows)
    return {sample.code: sample for sample in samples}


def samples_for(dispute_type: str) -> list[Sample]:
    """List the clauses that fit a type of dispute: its own first, then those for all."""
    own = [sample for sample in library().values() if dispute_type in sample.types]
    return own + [sample for sample in library().values() if not sample.types]
