"""A whole decision with its reasons beside other engines, taking turns in one run.

The figure to look at is the ratio to a zen-engine decision table with trace of as many rules:
medians of questions asked in turns, so that a noisy machine is noisy for everyone. Every contestant
on made rules is first compared with the reference evaluator on 200 cases.
Run: python -m bench.routing [rounds]
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from app.cases.facts import facts_of
from bench import drivers, engines
from bench.rulebooks import Bench, made, shipped_with

CASES = Path(__file__).parents[1] / "tests/data/cases.jsonl"
CHECKED = 200
BLOCK = 50  # questions in a row: with one each, every contestant would measure cold caches
WHOLE, BASE = "decide(), everything", "zen table, trace"
MATCH, DRIVER = "engine, adapter", "engine, guide's driver"
CONTESTANTS: Mapping[str, Callable[[Bench], engines.Question]] = {
    WHOLE: engines.whole_decision,
    BASE: engines.zen_table,
    "zen table, no trace": lambda bench: engines.zen_table(bench, trace=False),
    MATCH: engines.engine_only,
    DRIVER: drivers.own_drain,
    "durable public API": engines.public_api,
    "clipspy": engines.clipspy,
    "plain loop": engines.plain_loop,
}
ON_SHIPPED = (WHOLE, BASE, "zen table, no trace", MATCH)
BARS = ((WHOLE, BASE, 1.0), (MATCH, DRIVER, 1.2))  # who, against whom, at most how many times


def main(rounds: int) -> None:
    """Print the result as one line of JSON and as a table."""
    results = [_race(made(60), tuple(CONTESTANTS), rounds)]
    results.append(_race(made(600), tuple(CONTESTANTS), rounds))
    results.append(_race(shipped_with(_real_cases()), ON_SHIPPED, rounds))
    print(json.dumps({"bench": "routing", "results": results}, ensure_ascii=False))
    for result in results:
        print(f"\n{result['book']}")
        print(f"{'':24}{'p50 µs':>10}{'to zen with trace':>20}{'wrong':>8}")
        for name, row in result["contestants"].items():
            print(f"{name:24}{row['p50_us']:>10}{row['ratio']:>20}{row['wrong']:>8}")
    if missed := list(_missed(results)):
        sys.exit("; ".join(missed))


def _missed(results: list[dict[str, Any]]) -> Iterator[str]:
    for result in results:
        rows = result["contestants"]
        for who, against, most in BARS:
            if who in rows and against in rows:
                ratio = rows[who]["p50_us"] / rows[against]["p50_us"]
                print(f"{result['book']}: {who} = {ratio:.2f} × {against}, at most {most}")
                if ratio > most:
                    yield f"{result['book']}: {who} takes {ratio:.2f} × {against}, at most {most}"
        if any(row["wrong"] not in (0, "–") for row in rows.values()):
            yield f"{result['book']}: a contestant answers wrongly"


def _race(bench: Bench, names: tuple[str, ...], rounds: int) -> dict[str, Any]:
    asks = {name: CONTESTANTS[name](bench) for name in names}
    is_made = len(names) == len(CONTESTANTS)
    wrong = {name: _wrong(bench, name, ask) if is_made else "–" for name, ask in asks.items()}
    times: dict[str, list[float]] = {name: [] for name in names}
    for start in range(0, rounds, BLOCK):
        for name, ask in asks.items():
            for number in range(start, start + BLOCK):
                facts = bench.cases[number % len(bench.cases)]
                started = perf_counter()
                list(ask(facts))
                times[name].append((perf_counter() - started) * 1e6)
    middle = {name: median(found) for name, found in times.items()}
    rows = {
        name: {
            "p50_us": round(middle[name], 1),
            "ratio": round(middle[name] / middle[BASE], 2),
            "wrong": wrong[name],
        }
        for name in names
    }
    return {"book": bench.name, "contestants": rows}


def _wrong(bench: Bench, name: str, ask: engines.Question) -> int:
    """Count cases on which a contestant names other rules than the reference evaluator."""
    if name.startswith("decide"):
        return 0  # its reasons name the winners only; the tests compare it rule by rule
    return sum(
        set(ask(facts)) != {rule.rule.id for rule in bench.rules if rule.holds(facts)}
        for facts in bench.cases[:CHECKED]
    )


def _real_cases() -> list[Any]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line)["intake"] for line in lines]
    return [facts_of(r) for r in records if date.fromisoformat(r["received_on"]).year > 2000]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
