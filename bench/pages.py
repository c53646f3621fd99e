"""Pages over 10,000 cases beside Roundup's, taking turns in one run; and the first page's bytes.

Both are whole sites over HTTP: sign-in, permission, history and page chrome on both sides, one
client; a list is what each shows by itself, twenty rows here and fifty there. The figure to look at
is ours / Roundup's, by medians of interleaved requests; on a busy machine, by processor time.
Roundup lives in its own virtual environment, named by SIZHEN_PEER_PYTHON; without it only our own
pages are measured, against /healthz.
The bars are the guide's, which found those of case page, create and save out of reach of its own bare
prototype. A creation here decides by all rulebooks with two engines, starts terms, seals, indexes
and leaves chained footprints in its one transaction, where Roundup writes an issue and a message.
The bars stay as they are, and what is over them is said.
Run: SIZHEN_PEER_PYTHON=peer/bin/python python -m bench.pages [cases] [rounds]
"""

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from statistics import median

from bench.county import Ours
from bench.roundup import Roundup
from bench.visitor import Visitor, hidden

BARS = {"list": 1 / 5, "search": 1 / 5, "case": 1 / 3, "create": 1 / 2, "save": 1 / 2}
WARM = 3
FIRST_PAGE = 60 * 1024  # bytes on the wire
Ask = Callable[[int], object]


def main(cases: int, rounds: int) -> None:
    """Measure, print one line of JSON and a table."""
    with ExitStack() as stack:
        ours = stack.enter_context(Ours(cases))
        mine = pages_of(ours)
        told: dict[str, object] = {"cases": cases, "rounds": rounds, "first_page": weigh(ours)}
        if os.environ.get("SIZHEN_PEER_PYTHON"):
            peer = stack.enter_context(Roundup(cases))
            other, theirs = peer.visitor, {name: getattr(peer, name) for name in BARS}
        else:
            print("没有 SIZHEN_PEER_PYTHON：不与 Roundup 比，只与 /healthz 比。")
            other = ours.visitor
            theirs = dict.fromkeys(BARS, lambda _n: ours.visitor.get("/healthz"))
        told["ratios"] = {
            name: race((ours.visitor, mine[name]), (other, theirs[name]), rounds) for name in BARS
        }
    print(json.dumps(told, ensure_ascii=False))
    table(told)


def pages_of(ours: Ours) -> Mapping[str, Ask]:
    """Name what we measure of ourselves."""
    visit, ids = ours.visitor, ours.ids

    def save(n: int) -> None:
        path = f"/cases/{ids[n * 13 % len(ids)]}/rights-notice"
        page = visit.get(path)
        party = re.findall(r'name="party_ids"[^>]*value="([^"]+)"', page)[:1]
        form = {name: hidden(page, name) for name in ("csrf_token", "key", "seen_version")}
        day = re.search(r'name="told_on"[^>]*value="([^"]*)"', page)
        form |= {"party_ids": party[0]} | ({"told_on": day[1]} if day else {})
        visit.post(path, form | filled(page))

    def create(n: int) -> None:
        page = visit.get("/cases/intake")
        visit.post("/cases/intake", told_form(page, n))

    return {
        "list": lambda _n: visit.get("/cases"),
        "search": lambda _n: visit.get("/cases?q=虫草"),
        "case": lambda n: visit.get(f"/cases/{ids[n * 7 % len(ids)]}"),
        "create": create,
        "save": save,
    }


def filled(page: str) -> dict[str, str]:
    """Choose the first answer of every list that a form asks for."""
    found = {}
    for name, options in re.findall(
        r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL
    ):
        words = [word for word in re.findall(r'value="([^"]*)"', options) if word]
        found[name] = words[0] if words else ""
    return {name: word for name, word in found.items() if name != "state"}


def told_form(page: str, n: int) -> dict[str, str]:
    """Fill the intake form as a clerk would."""
    form = {name: hidden(page, name) for name in ("csrf_token", "key", "linked_case_id")}
    return form | {
        "channel": "walk_in", "received_on": hidden(page, "received_on"),
        "dispute_type": "neighbor", "summary": f"两家为院墙滴水争吵，第 {n} 回。",
        "parties-0-side": "applicant", "parties-0-kind": "person", "parties-0-name": f"才旦{n}",
        "parties-1-side": "respondent", "parties-1-kind": "person", "parties-1-name": f"旦正{n}",
    }  # fmt: skip


def race(mine: tuple[Visitor, Ask], theirs: tuple[Visitor, Ask], rounds: int) -> dict[str, float]:
    """Let two take turns, warmed three times: the last request of each turn counts.

    Medians of the time waited, in milliseconds, and the processor time each server spent: on a
    busy machine the second is the steadier one.
    """
    took: tuple[list[float], list[float]] = ([], [])
    worked = [0.0, 0.0]
    for turn in range(rounds + WARM):
        for side, (visit, ask) in enumerate((mine, theirs)):
            ask(turn)
            if turn >= WARM:
                took[side].append(visit.seconds)
                worked[side] += visit.cpu
    ours, peer = (median(seconds) * 1000 for seconds in took)
    found = {"ours_ms": ours, "peer_ms": peer, "ratio": ours / peer}
    found |= {"cpu_ms": worked[0] * 1000 / rounds, "cpu_ratio": worked[0] / (worked[1] or 1e-9)}
    return {name: round(value, 3) for name, value in found.items()}


def weigh(ours: Ours) -> dict[str, int]:
    """Count what a first visit loads: the page and every file it names, as sent."""
    found = {}
    for path, cookies in (("/sign-in", {}), ("/today", ours.visitor.cookies)):
        visit = Visitor(ours.port, cookies)
        page = visit.get(path)
        total = visit.wire
        for name in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)):
            visit.get(name.replace("&amp;", "&"))
            total += visit.wire
        found[path] = total
    return found


def table(told: dict[str, object]) -> None:
    """Print what a person reads."""
    ratios = told["ratios"]
    for name, one in ratios.items():  # type: ignore[attr-defined]  # (a dict of dicts)
        print(f"{name:8} {one['ours_ms']:8.2f} ms {one['peer_ms']:8.2f} ms  ratio {one['ratio']:.3f}"
              f"  by processor time {one['cpu_ratio']:.3f}")  # fmt: skip
        if os.environ.get("SIZHEN_PEER_PYTHON") and one["ratio"] > BARS[name]:
            print(f"         over the bar of {BARS[name]:.3f}")
    for path, size in told["first_page"].items():  # type: ignore[attr-defined]  # (a dict)
        print(f"{path}: {size / 1024:.1f} KiB" + ("  TOO LARGE" if size > FIRST_PAGE else ""))


if __name__ == "__main__":
    CASES, ROUNDS = (sys.argv[1:] + ["10000", "40"][len(sys.argv) - 1 :])[:2]
    main(int(CASES), int(ROUNDS))
