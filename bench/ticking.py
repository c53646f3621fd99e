"""The tick over 100,000 open deadlines beside the bare SQL that finds them: at most 3 times as long.

Finding is compared, on an ordinary day and on one on which everything has come due. What takes
less than a thousandth of a second (nothing due), and acting, a transaction for each, are only told.
Run: python -m bench.ticking [sqlite] [postgresql]; both by default.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from app.authority import authorize
from app.cases.model import Case
from app.deadlines.model import Deadline
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.db import Database
from app.kernel.ids import new_id
from app.reactions import REACTIONS
from app.supervision.tick import found_by, tick
from tests.databases import ENGINES, PostgresShelf, Shelf, SqliteShelf
from tests.postgres import Postgres
from tests.world import COUNTY, World

OPEN, CASES, ROUNDS, MOST = 100_000, 1_000, 9, 3.0
FIRST = date(2026, 6, 1)
BARE = text(
    "SELECT d.id, d.name, c.number FROM deadlines d JOIN cases c ON c.county_id = d.county_id"
    " AND c.id = d.case_id WHERE d.county_id = :county AND d.state = 'open' AND d.next_on <= :on"
)


def main(engines: list[str]) -> None:
    """Measure on each engine and say; exit 1 where the bar is missed."""
    worst = [measure(engine) for engine in engines]
    sys.exit(max(worst) > MOST)


def measure(engine: str) -> float:
    """Fill a database of an engine, measure, and give the worse ratio of two days."""
    print(f"-- {engine}")
    with shelf_of(engine) as shelf, shelf.fresh() as database:
        fill(database, shelf.world)
        if engine == "postgresql":  # as its own vacuum would
            with database.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
        bus = Bus(database, HANDLERS, REACTIONS, authorize)
        compare("nothing due (told)", bus, FIRST - timedelta(days=1))
        usual = compare("an ordinary day", bus, FIRST + timedelta(days=3))
        busy = compare("everything due", bus, FIRST + timedelta(days=400))
        acted = few(bus, shelf.world)
    print(f"acting: {acted * 1000:.1f} ms a deadline, each in its own transaction")
    return max(usual, busy)


@contextmanager
def shelf_of(engine: str) -> Iterator[Shelf]:
    """Open a folder of files or a server of our own, for as long as it is measured."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield SqliteShelf(Path(folder))
        return
    with Postgres() as server:
        shelf = PostgresShelf(server)
        yield shelf
        shelf.close()


def fill(database: Database, world: World) -> None:
    """Write 100,000 open terms whose next look lies in the year after FIRST."""
    rnd = random.Random(7)  # noqa: S311 (the same county every time)
    with database.write() as session:
        cases = [numbered(session, world, n) for n in range(CASES)]
        for start in range(0, OPEN, 5_000):
            rows = [row(rnd.choice(cases), rnd.randrange(360)) for _ in range(start, start + 5_000)]
            session.execute(insert(Deadline), rows)


def numbered(session: Session, world: World, number: int) -> UUID:
    """Make a case and give it a number of its own."""
    case_id, told = new_id(), world.users["马文祥"]
    session.add(
        Case(
            county_id=COUNTY, id=case_id, number=f"共调〔2026〕{number}号", title="甲与乙邻里纠纷",
            channel="walk_in", sender="desk", ref=str(case_id), requested_on=FIRST,
            received_on=FIRST, dispute_type="neighbor", summary="排水", registered_by=told,
            registered_at=Clock().now(),
        )
    )  # fmt: skip
    session.flush()
    return case_id


def row(case_id: UUID, days: int) -> dict[str, object]:
    """Make one term."""
    due_on = FIRST + timedelta(days=days + 3)
    return {
        "county_id": COUNTY, "id": (own := new_id()), "case_id": case_id, "subject_id": own,
        "code": "promise", "name": "约定日期", "basis": "当事人约定", "start_on": FIRST,
        "days": None, "counting": "calendar_days", "state": "open", "due_on": due_on,
        "next_on": due_on - timedelta(days=3),
    }  # fmt: skip


def compare(title: str, bus: Bus, on: date) -> float:
    """Divide the time in which the tick finds its work by the SQL's."""
    counts: set[int] = set()

    def ours() -> None:
        counts.add(sum(len(page) for page in found_by(bus, COUNTY, on)))

    def bare() -> None:
        with bus.database.read() as session:
            counts.add(len(session.execute(BARE, {"county": COUNTY, "on": on}).all()))

    ours()
    bare()  # both warm
    pairs = [(timed(bare), timed(ours)) for _ in range(ROUNDS)]
    ratio = statistics.median(own / max(plain, 1e-9) for plain, own in pairs)
    plain, own = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    assert len(counts) == 1, counts
    print(
        f"{title}, {counts.pop()} found: bare SQL {plain:.1f} ms, tick {own:.1f} ms, ratio {ratio:.2f} (≤ {MOST})"
    )
    return ratio


def few(bus: Bus, world: World) -> float:
    """Act on a day's worth and say the seconds a deadline."""
    begun = time.perf_counter()
    done = sum(1 for _ in tick(bus, COUNTY, world.users["系统"], FIRST))
    return (time.perf_counter() - begun) / max(done, 1)


def timed(act: Callable[[], None]) -> float:
    """Say how many seconds something takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(sys.argv[1:] or list(ENGINES))
