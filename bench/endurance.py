"""A hundred thousand whole decisions: does memory stay flat; and eight threads: is any answer wrong.

Real cases of the shipped books, asked in turn. The first lap warms every cache; what the process holds
after it is compared with what it holds in the end. Then eight threads ask the same cases at once, and
every answer is compared with the one that a single thread got.
Run: python -m bench.endurance [decisions]
"""

import gc
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import psutil

from app.cases.facts import facts_of
from rules import Facts, decide

CASES = Path(__file__).parents[1] / "tests/data/cases.jsonl"
ON = date(2026, 1, 1)
WARM, THREADS, ASKED = 5_000, 8, 2_000
MOST_MB = 5.0


def main(decisions: int) -> None:
    """Print the result as one line of JSON and as a sentence; fail where it grows or errs."""
    cases = _cases()
    began = perf_counter()
    _ask(cases, WARM)
    before = _held()
    _ask(cases, decisions)
    grown = round(_held() - before, 1)
    wrong = _wrong(cases)
    took = round(perf_counter() - began, 1)
    print(json.dumps({
        "bench": "endurance", "decisions": decisions, "grown_mb": grown, "held_mb": round(before, 1),
        "threads": THREADS, "asked": THREADS * ASKED, "wrong": wrong, "seconds": took,
    }))  # fmt: skip
    print(f"\n{decisions} decisions: {before:.1f} MB, then {grown:+.1f} MB; "
          f"{THREADS} threads, {THREADS * ASKED} decisions: {wrong} wrong")  # fmt: skip
    if wrong or grown > MOST_MB:
        sys.exit(f"at most {MOST_MB} MB more, and nothing wrong")


def _ask(cases: list[Facts], times: int) -> None:
    for facts in islice(cycle(cases), times):
        decide(facts, on=ON, due_on=_due_on)


def _wrong(cases: list[Facts]) -> int:
    right = [decide(facts, on=ON, due_on=_due_on) for facts in cases]

    def ask(first: int) -> int:
        numbers = islice(cycle(range(len(cases))), first, first + ASKED)
        return sum(decide(cases[n], on=ON, due_on=_due_on) != right[n] for n in numbers)

    with ThreadPoolExecutor(THREADS) as pool:
        return sum(pool.map(ask, range(THREADS)))


def _held() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 1e6


def _cases() -> list[Facts]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [facts_of(json.loads(line)["intake"]) for line in lines if line.strip()]


def _due_on(start: date, days: int, _counting: str) -> date:
    return start + timedelta(days=days)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
