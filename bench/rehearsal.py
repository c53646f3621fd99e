"""A draft over ten thousand past cases, beside one decision with everything a page needs.

The figure to look at is the ratio: how many whole decisions one rehearsed case costs (it is asked of
two sets of books, and reasons are worked out only where they differ). Both take turns in one run.
Run: python -m bench.rehearsal [cases]
"""

import json
import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from app.cases.facts import facts_of
from rules import Books, decide
from rules.loader import shipped
from rules.replay import Rehearsal, Snapshot

CASES = Path(__file__).parents[1] / "tests/data/cases.jsonl"
BLOCK = 250  # cases in a row, as many as one batch of the page
MOST = 2.0  # two decisions each, without reasons: more means that they are worked out again


def main(cases: int) -> None:
    """Print the result as one line of JSON and as a sentence; fail where it costs too much."""
    asked = Rehearsal(shipped(), _moved(shipped()), _due_on)
    seconds = {"rehearsed": 0.0, "decided": 0.0}
    changed, left = 0, list(islice(cycle(_snapshots()), cases))
    for snapshot in left[:BLOCK]:  # warm: the engine compiles at the first question
        asked.ask(snapshot)
        decide(snapshot.facts, on=snapshot.on, due_on=_due_on)
    while left:
        block, left = left[:BLOCK], left[BLOCK:]
        began = perf_counter()
        changed += sum(bool(asked.ask(snapshot).changed) for snapshot in block)
        between = perf_counter()
        for snapshot in block:
            decide(snapshot.facts, on=snapshot.on, due_on=_due_on)
        seconds["rehearsed"] += between - began
        seconds["decided"] += perf_counter() - between
    ratio = round(seconds["rehearsed"] / seconds["decided"], 2)
    said = {"bench": "rehearsal", "cases": cases, "changed": changed, "ratio": ratio}
    print(json.dumps(said | {name: round(took, 1) for name, took in seconds.items()}))
    print(f"\n{cases} cases in {seconds['rehearsed']:.1f} s, {changed} change; "
          f"one rehearsed case costs {ratio} whole decisions")  # fmt: skip
    if ratio > MOST:
        sys.exit(f"one rehearsed case may cost {MOST} whole decisions")


def _moved(books: Books) -> Books:
    """Make a draft that moves some cases: one threshold is lower."""
    name = "group_people"
    lower = replace(books.parameters[name], values=((date.min, 3),))
    return Books(books.vocabulary, books.books, {**books.parameters, name: lower})


def _snapshots() -> list[Snapshot]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line)["intake"] for line in lines if line.strip()]
    return [
        Snapshot(record["ref"], date.fromisoformat(record["received_on"]), facts_of(record))
        for record in records
    ]


def _due_on(start: date, days: int, _counting: str) -> date:
    return start + timedelta(days=days)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
