"""A year's registers and the supervisor's page: one county alone, then among many others.

The issue's number is 1,000,000 cases of 100 counties beside 10,000 of one (bar: 1.5 ×). By default
ten counties of 10,000 are made, which a small machine fills in minutes: give 100 for the whole.
Both are measured in one run, in one encrypted SQLite file, by processor time; take the ratio.
Run: python -m bench.registers [counties] [cases a county]
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

import app.tables  # noqa: F401 (fills the metadata)
from app.access.actor import Actor
from app.access.roles import Role
from app.agreements.model import Agreement, Obligation
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.visibility import counted_for
from app.deadlines.model import Deadline
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing
from app.kernel.db import Database, Model
from app.kernel.ids import new_id
from app.kernel.sqlite import WRITE
from app.places.model import County
from app.registers.coverage import Coverage
from app.registers.decisions import decisions_of
from app.registers.lines import lines_of
from app.registers.overview import desks_of, months_of, places_of, types_of
from app.registers.statistics import statistics_of
from app.registers.view import view_of

BAR = 1.5
ROUNDS, BULK, DAYS, TOWNSHIPS = 7, 1000, 8 * 365, 11
TYPES = ("neighbor", "family", "contract", "forest_grassland", "migrant_wages")
TODAY = date(2026, 6, 30)
NOBODY = UUID(int=1)
Rows = dict[Any, list[dict[str, Any]]]


def main(counties: int, cases: int) -> None:
    """Fill one county, measure, fill the others, measure again."""
    with tempfile.TemporaryDirectory() as home:
        database = Database.open(f"sqlite:///{Path(home) / 'bench.db'}", KeyRing.new())
        _make(database)
        fill(database, "632521", cases)
        alone = measure(database)
        for number in range(1, counties):
            fill(database, str(632521 + number), cases)
        among = measure(database)
        database.dispose()
    told = {
        name: {"alone_ms": alone[name], "among_ms": among[name],
               "ratio": round(among[name] / alone[name], 2), "bar": BAR}
        for name in alone
    }  # fmt: skip
    print(json.dumps({"counties": counties, "cases": counties * cases, "pages": told}))
    for name, one in told.items():
        verdict = "好" if one["ratio"] <= BAR else "超"
        print(
            f"{verdict} {name}: {one['alone_ms']} → {one['among_ms']} ms，{one['ratio']} 倍（≤ {BAR}）"
        )


def measure(database: Database) -> dict[str, float]:
    """Give the median processor time (ms) of each question, the engine's statistics renewed."""
    database.renew_statistics()  # as the hourly tick does
    return {
        name: median(_timed(database, ask) for _ in range(ROUNDS)) for name, ask in ASKED.items()
    }


def registers(session: Session) -> None:
    """Count the statutory table of a year."""
    coverage = Coverage(date(2025, 7, 1), TODAY)
    statistics_of(lines_of(session, coverage, counted_for(_boss())), coverage)


def overview(session: Session) -> None:
    """Count everything on the supervisor's page."""
    view = view_of(_boss(), TODAY)
    names = {f"632521{100 + n}": str(n) for n in range(TOWNSHIPS)}
    months_of(session, view)
    types_of(session, view)
    places_of(session, view, names)
    desks_of(session, view)
    decisions_of(session, view)


ASKED: dict[str, Callable[[Session], None]] = {"registers": registers, "overview": overview}


def fill(database: Database, county: str, cases: int) -> None:
    """Write a county's cases of eight years: nine in ten settled, one in eighty still open."""
    dice = random.Random(county)  # noqa: S311 (the same county every time)
    with database.write() as session:
        session.execute(
            insert(County), [{"county_id": county, "name": county, "short_name": county}]
        )
        for start in range(0, cases, BULK):
            rows: Rows = {}
            for number in range(start, min(start + BULK, cases)):
                for table, row in _case(dice, county, number):
                    rows.setdefault(table, []).append({"county_id": county} | row)
            for table, found in rows.items():
                session.execute(insert(table), found)


def _case(dice: random.Random, county: str, number: int) -> Iterator[tuple[Any, dict[str, Any]]]:
    case_id, day = new_id(), TODAY - timedelta(days=dice.randrange(DAYS))
    is_open = number % 80 == 0
    is_settled = not is_open and number % 10 != 0
    closed = {} if is_open else {
        "closed_on": day + timedelta(days=30), "outcome": "settled" if is_settled else "unsettled",
    }  # fmt: skip
    yield Case, {
        "id": case_id, "number": f"{county}-{number}", "title": "纠纷", "channel": "walk_in",
        "stage": "office_hours" if is_open else "closed", "sender": "bench", "ref": str(number),
        "requested_on": day, "received_on": day, "accepted_on": day, "risk": "blue",
        "township_code": f"{county}{100 + dice.randrange(TOWNSHIPS)}", "summary": "争吵" * 30,
        "dispute_type": dice.choice(TYPES), "registered_by": NOBODY, "registered_at": Clock().now(),
        "version": 1, "closed_on": None, "outcome": None,
    } | closed  # fmt: skip
    for ordinal, side in enumerate(("applicant", "respondent"), 1):
        yield Party, {
            "id": new_id(), "case_id": case_id, "ordinal": ordinal, "name": "扎西", "kind": "person",
            "side": side,
        }  # fmt: skip
    yield from _beside(case_id, number, day, is_settled=is_settled)


def _beside(
    case_id: UUID, number: int, day: date, *, is_settled: bool
) -> Iterator[tuple[Any, dict[str, Any]]]:
    if is_settled:
        agreement_id = new_id()
        yield Agreement, {
            "id": agreement_id, "case_id": case_id, "ordinal": 1, "number": str(case_id), "revision": 1,
            "form": "written", "kind": "final", "concluded_on": day, "effective_on": day,
            "drafted_by": NOBODY, "drafted_at": Clock().now(),
        }  # fmt: skip
        yield Obligation, {
            "id": new_id(), "agreement_id": agreement_id, "revision": 1, "ordinal": 1, "debtor": "甲",
            "creditor": "乙", "what": "赔偿", "amount_fen": 100, "manner": "现金", "place": "村委会",
            "due_on": day, "default_consequence": "", "fulfilled_on": day,
        }  # fmt: skip
    yield Deadline, {
        "id": new_id(), "case_id": case_id, "subject_id": case_id, "code": "T01", "name": "人民调解期限",
        "basis": "75号令第33条", "start_on": day, "days": 30, "counting": "calendar_days",
        "due_on": day + timedelta(days=30), "state": "open" if number % 80 == 0 else "done",
        "ended_on": None if number % 80 == 0 else day,
    }  # fmt: skip


def _boss() -> Actor:
    return Actor("632521", NOBODY, "负责人", Role.COUNTY_SUPERVISOR)


def _make(database: Database) -> None:
    with (
        database.engine.connect().execution_options(**{WRITE: True}) as connection,
        connection.begin(),
    ):
        Model.metadata.create_all(connection)


def _timed(database: Database, ask: Callable[[Session], None]) -> float:
    with database.read() as session:
        begun = time.process_time()
        ask(session)
        return round(1000 * (time.process_time() - begun), 1)


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["10", "10000"][len(sys.argv) - 1 :])))
