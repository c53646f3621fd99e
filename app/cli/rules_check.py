"""`rules check`: everything that speaks against publishing a folder of rules, and what to look at."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from app.cases.facts import facts_of
from rules import Books, Facts, RuleError, load
from rules.analysis import analyse
from rules.gaps import gaps, uncovered
from rules.trial import TrialFailed, trial

KINDS = ("dead", "conflicts", "overlaps", "shadowed", "gaps", "uncovered")
REFUSING = ("dead", "conflicts", "gaps", "errors")
REAL_CASES = Path(__file__).parents[2] / "tests/data/cases.jsonl"


def check(folder: Path, cases: Path | None) -> dict[str, list[Any]]:
    """Look at a folder; `errors` says why it could not be read or run at all."""
    said: dict[str, list[Any]] = {kind: [] for kind in (*KINDS, "errors")}
    try:
        books = load(folder)
        for finding in analyse(books):
            said[finding.kind].append(finding.to_dict())
        trial(folder)
    except RuleError as error:
        said["errors"].append({"path": error.where, "message": str(error)})
        return said
    except TrialFailed as error:
        said["errors"].append({"path": folder.name, "message": str(error)})
        return said
    said["gaps"] = _gaps(books)
    said["uncovered"] = uncovered(books, _cases(books, cases))
    return said


def is_refused(said: dict[str, list[Any]]) -> bool:
    """Say whether these rules may not be published."""
    return any(said[kind] for kind in REFUSING)


def _gaps(books: Books) -> list[dict[str, Any]]:
    return [
        {"output": gap.output, "samples": gap.samples, "witness": dict(gap.witness)}
        for gap in gaps(books, books.turns[-1])
    ]


def _cases(books: Books, path: Path | None) -> Iterable[tuple[Facts, date]]:
    """Read real cases: intake records, or cases that hold one; facts the draft knows only."""
    path = path or REAL_CASES
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        record = said.get("intake", said)
        facts = {n: v for n, v in facts_of(record).items() if n in books.vocabulary.facts}
        yield facts, date.fromisoformat(record["received_on"])
