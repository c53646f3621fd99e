"""Which column of the statutory tables a case belongs to: data, one mapping a vintage."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("codes.yaml")
BODIES = (
    "村调委会",
    "居调委会",
    "乡镇调委会",
    "街道调委会",
    "企事业单位调委会",
    "社会团体和其他组织调委会",
)
OTHER = "其他"
VINTAGES = ("2010", "2015")


@dataclass(frozen=True)
class Codes:
    """Columns in order, and from our own word to the column."""

    sources: tuple[str, ...]
    source_of: dict[str, str]
    types: dict[str, tuple[str, ...]]
    type_of: dict[str, dict[str, str]]
    headline_of_source: dict[str, str]
    headline_of_type: dict[str, str]
    headlines: tuple[str, ...]


@cache
def codes() -> Codes:
    """Read the mappings."""
    said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Codes(
        sources=tuple(said["sources"]),
        source_of=_turned(said["sources"]),
        types={vintage: tuple(columns) for vintage, columns in said["types"].items()},
        type_of={vintage: _turned(columns) for vintage, columns in said["types"].items()},
        headline_of_source=_turned({k: v.get("sources", []) for k, v in said["headline"].items()}),
        headline_of_type=_turned({k: v.get("types", []) for k, v in said["headline"].items()}),
        headlines=(*said["headline"], OTHER),
    )


def body_of(level: str | None, name: str | None) -> str:
    """Name the column of the committee that handles a case (不同主体调解)."""
    if level == "village":
        return "居调委会" if name and ("社区" in name or "居民委员会" in name) else "村调委会"
    if level == "township":
        return "街道调委会" if name and "街道" in name else "乡镇调委会"
    return "社会团体和其他组织调委会"


def headline_of(source: str, dispute_type: str) -> str:
    """Name the county's own group of a case, by the column of its source and by its type."""
    known = codes()
    by_type = known.headline_of_type.get(dispute_type, OTHER)
    return known.headline_of_source.get(source, by_type)


def _turned(columns: dict[str, list[str]]) -> dict[str, str]:
    return {word: column for column, words in columns.items() for word in words}
